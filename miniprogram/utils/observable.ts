/** Tells listeners that something changed. */
export interface Observable<T> {
  readonly emit: (value: T) => void;
  /** The returned function stops listening. */
  readonly subscribe: (listener: (value: T) => void) => () => void;
}

export function createObservable<T>(): Observable<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit: (value) => {
      // A copy: a listener may stop listening while it is told.
      for (const listener of Array.from(listeners)) listener(value);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
