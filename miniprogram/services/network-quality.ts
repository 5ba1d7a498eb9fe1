import type { Network } from '../utils/network';
import { createObservable } from '../utils/observable';

/** Whether the network is weak: staff are told to expect longer waits; nothing is refused for it. */
export interface NetworkQuality {
  weak(): boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createNetworkQuality(network: Pick<Network, 'onWeak'>): NetworkQuality {
  const changes = createObservable<undefined>();
  let weak = false;
  network.onWeak((next) => {
    if (next === weak) return;
    weak = next;
    changes.emit(undefined);
  });
  return { weak: () => weak, subscribe: changes.subscribe };
}
