import { announceChange } from './changes';

export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'none';

export interface NetworkStatus {
  readonly isConnected: boolean;
  readonly networkType: NetworkType;
}

export interface NetworkStrength {
  readonly weakNet: boolean;
  readonly networkType: NetworkType;
}

/** How long a message takes on a weak network, in each direction (ms). */
const WEAK_DELAY_MS = 2000;

/** The phone's network, as the toolbar sets it. */
export class Network {
  private current: NetworkType = 'wifi';
  private isWeak = false;
  /** The app's own listeners (wx.onNetworkStatusChange). */
  readonly listeners = new Set<(status: NetworkStatus) => void>();
  /** The app's own listeners (wx.onNetworkWeakChange). */
  readonly weakListeners = new Set<(strength: NetworkStrength) => void>();
  /** Told before the app: a switch cancels every request in flight. */
  onSwitch: (connected: boolean) => void = () => {};

  get type(): NetworkType {
    return this.current;
  }

  get status(): NetworkStatus {
    return { isConnected: this.current !== 'none', networkType: this.current };
  }

  get weak(): boolean {
    return this.isWeak;
  }

  get strength(): NetworkStrength {
    return { weakNet: this.isWeak, networkType: this.current };
  }

  /** How long each message takes on top of its own time (ms). */
  get delay(): number {
    return this.isWeak ? WEAK_DELAY_MS : 0;
  }

  set(type: NetworkType): void {
    if (type === this.current) return;
    this.current = type;
    this.onSwitch(type !== 'none');
    for (const listener of [...this.listeners]) listener(this.status);
    announceChange();
  }

  /** A network that grows weak keeps its connections: what is in flight only takes longer. */
  setWeak(weak: boolean): void {
    if (weak === this.isWeak) return;
    this.isWeak = weak;
    for (const listener of [...this.weakListeners]) listener(this.strength);
    announceChange();
  }
}
