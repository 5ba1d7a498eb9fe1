/** Puts calls in the place of WeChat's; whatever is not given is absent. */
export function installWx(calls: Readonly<Record<string, unknown>>): void {
  Object.defineProperty(globalThis, 'wx', { value: calls, configurable: true, writable: true });
}

/** The callbacks that WeChat's calls take. */
export interface Callbacks {
  readonly success?: (result: unknown) => void;
  readonly fail?: (error: unknown) => void;
}

/** A call written with callbacks, as WeChat offers it besides: called without any, it gives a promise. */
export function promising<Given extends Callbacks>(
  call: (given: Given) => unknown,
): (given?: Given) => unknown {
  return (given) => {
    if (given?.success !== undefined || given?.fail !== undefined) return call(given);
    return new Promise(
      (success, fail) => void call({ ...given, success, fail } as Given & Callbacks),
    );
  };
}

/** The arguments of each call of a fake, newest last. */
export function argumentsOf(fake: jest.Mock): Record<string, unknown>[] {
  return fake.mock.calls.map((call: unknown[]) => call[0] as Record<string, unknown>);
}
