import type { Environment } from '../environment';
import type { NetworkStatus } from '../network';
import { asyncCall } from './call';

type Listener = (status: NetworkStatus) => void;

export function networkApi({ logic, network }: Environment): Record<string, unknown> {
  const known = new Map<Listener, Listener>();
  return {
    getNetworkType: asyncCall(logic, 'getNetworkType', () => ({
      networkType: network.type,
      weakNet: false,
      hasSystemProxy: false,
    })),
    onNetworkStatusChange: (listener: Listener) => {
      const inScript: Listener = (status) => logic.post(() => listener(status));
      known.set(listener, inScript);
      network.listeners.add(inScript);
    },
    offNetworkStatusChange: (listener?: Listener) => {
      for (const [given, inScript] of [...known]) {
        if (listener !== undefined && given !== listener) continue;
        network.listeners.delete(inScript);
        known.delete(given);
      }
    },
  };
}
