import type { Clock } from './clock';

/**
 * The same promise with an end: some of the phone's calls have been seen never to call back.
 *
 * @param ms how long to wait
 * @param otherwise how it ends then; the promise itself goes on unheard
 */
export function within<T>(
  clock: Clock,
  ms: number,
  promise: Promise<T>,
  otherwise: () => T | Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => resolve(otherwise()));
    promise.then(resolve, reject).finally(stop);
  });
}
