import { type Services, servicesReady } from '../../services/services';

/** A page or component that can show everything anew, as it stands. */
export interface Listener {
  refresh(): void;
}

type Stop = () => void;

/** What each listens to since its newest turn; nothing while it waits for the services. */
const turns = new WeakMap<object, { stops: readonly Stop[] }>();

/**
 * Lets a page listen while it is shown, or a component while it stands on one: subscribes once the
 * services are there, then refreshes. Gone by then, it hears nothing; called again, the former turn
 * is over.
 *
 * @param subscribe gives back how to stop
 * @returns whether it listens
 */
export async function listen(
  listener: Listener,
  subscribe: (all: Services, refresh: () => void) => readonly Stop[],
): Promise<boolean> {
  stopListening(listener);
  const turn = { stops: [] as readonly Stop[] };
  turns.set(listener, turn);
  const all = await servicesReady();
  if (turns.get(listener) !== turn) return false;
  turn.stops = subscribe(all, () => {
    listener.refresh();
  });
  listener.refresh();
  return true;
}

/** It is shown: neither hidden nor gone since. */
export function isListening(listener: object): boolean {
  return turns.has(listener);
}

export function stopListening(listener: object): void {
  const stops = turns.get(listener)?.stops ?? [];
  turns.delete(listener);
  for (const stop of stops) stop();
}
