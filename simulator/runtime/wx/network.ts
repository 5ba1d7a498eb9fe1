import type { Environment } from '../environment';
import { asyncCall } from './call';

type Listener<T> = (news: T) => void;

export function networkApi({ logic, network }: Environment): Record<string, unknown> {
  const status = subscription(logic, network.listeners);
  const strength = subscription(logic, network.weakListeners);
  return {
    getNetworkType: asyncCall(logic, 'getNetworkType', () => ({
      networkType: network.type,
      weakNet: network.weak,
      hasSystemProxy: false,
    })),
    onNetworkStatusChange: status.on,
    offNetworkStatusChange: status.off,
    onNetworkWeakChange: strength.on,
    offNetworkWeakChange: strength.off,
  };
}

/** A pair of `wx.on…` and `wx.off…`: the app is told in its own script; `off` alone takes all away. */
function subscription<T>(
  logic: Environment['logic'],
  listeners: Set<Listener<T>>,
): { on: (listener: Listener<T>) => void; off: (listener?: Listener<T>) => void } {
  const known = new Map<Listener<T>, Listener<T>>();
  return {
    on: (listener) => {
      const inScript: Listener<T> = (news) => logic.post(() => listener(news));
      known.set(listener, inScript);
      listeners.add(inScript);
    },
    off: (listener) => {
      for (const [given, inScript] of [...known]) {
        if (listener !== undefined && given !== listener) continue;
        listeners.delete(inScript);
        known.delete(given);
      }
    },
  };
}
