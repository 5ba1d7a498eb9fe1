/** How to stop what a page listens to while it is shown. */
const stopsByPage = new WeakMap<object, readonly (() => void)[]>();

/** Listens from now until `stopObserving`; what the page listened to before is stopped. */
export function observe(page: object, ...stops: readonly (() => void)[]): void {
  stopObserving(page);
  stopsByPage.set(page, stops);
}

export function stopObserving(page: object): void {
  for (const stop of stopsByPage.get(page) ?? []) stop();
  stopsByPage.delete(page);
}
