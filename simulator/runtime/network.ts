export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'none';

export interface NetworkStatus {
  readonly isConnected: boolean;
  readonly networkType: NetworkType;
}

type Listener = (status: NetworkStatus) => void;

/** The phone's network, as the toolbar sets it. */
export class Network {
  private current: NetworkType = 'wifi';
  /** The app's own listeners (wx.onNetworkStatusChange). */
  readonly listeners = new Set<Listener>();
  /** Told before the app: a switch cancels every request in flight. */
  onSwitch: (connected: boolean) => void = () => {};

  get type(): NetworkType {
    return this.current;
  }

  get status(): NetworkStatus {
    return { isConnected: this.current !== 'none', networkType: this.current };
  }

  set(type: NetworkType): void {
    if (type === this.current) return;
    this.current = type;
    this.onSwitch(type !== 'none');
    for (const listener of [...this.listeners]) listener(this.status);
  }
}
