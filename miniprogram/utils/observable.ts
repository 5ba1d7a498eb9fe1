/** Tells listeners that something changed. */
export interface Observable<T> {
  /** Tells every listener, also after one that throws; then throws the first mistake. */
  readonly emit: (value: T) => void;
  /** The returned function stops listening. */
  readonly subscribe: (listener: (value: T) => void) => () => void;
}

export function createObservable<T>(): Observable<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit: (value) => {
      // A copy: a listener may stop listening while it is told.
      const mistakes: unknown[] = [];
      for (const listener of Array.from(listeners)) {
        try {
          listener(value);
        } catch (error) {
          mistakes.push(error);
        }
      }
      if (mistakes.length > 0) throw mistakes[0];
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
