/** Puts calls in the place of WeChat's; whatever is not given is absent. */
export function installWx(calls: Readonly<Record<string, unknown>>): void {
  Object.defineProperty(globalThis, 'wx', { value: calls, configurable: true, writable: true });
}

/** The callbacks that WeChat's calls take. */
export interface Callbacks {
  readonly success?: (result: unknown) => void;
  readonly fail?: (error: unknown) => void;
}

/** The arguments of each call of a fake, newest last. */
export function argumentsOf(fake: jest.Mock): Record<string, unknown>[] {
  return fake.mock.calls.map((call: unknown[]) => call[0] as Record<string, unknown>);
}
