import type { Environment } from '../environment';

/** What WeChat hands to `fail`. */
export interface Failure {
  readonly errMsg: string;
  readonly errno?: number;
}

/** Thrown inside an implementation; becomes `fail({ errMsg: 'name:fail …' })`. */
export class CallError extends Error {
  constructor(
    message: string,
    readonly errno?: number,
  ) {
    super(message);
  }
}

export interface Callbacks<T> {
  readonly success?: (result: T & { errMsg: string }) => void;
  readonly fail?: (failure: Failure) => void;
  readonly complete?: (result: Failure | (T & { errMsg: string })) => void;
}

export type Options<O, T> = O & Callbacks<T>;

export function failureOf(name: string, error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  const errMsg = reason === '' ? `${name}:fail` : `${name}:fail ${reason}`;
  const errno = error instanceof CallError ? error.errno : undefined;
  return errno === undefined ? { errMsg } : { errMsg, errno };
}

/** Calls back in the app's script. */
export function settle<T extends object>(
  logic: Environment['logic'],
  name: string,
  callbacks: Callbacks<T>,
  outcome: { readonly result: T } | { readonly failure: Failure },
): void {
  logic.post(() => {
    const answer =
      'result' in outcome ? { ...outcome.result, errMsg: `${name}:ok` } : outcome.failure;
    try {
      if ('result' in outcome) callbacks.success?.(answer as T & { errMsg: string });
      else callbacks.fail?.(outcome.failure);
    } finally {
      callbacks.complete?.(answer);
    }
  });
}

/**
 * An asynchronous call as WeChat makes them: callbacks, or a promise when none is given. The
 * implementation runs at once; its answer crosses the bridge.
 */
export function asyncCall<O extends object, T extends object>(
  logic: Environment['logic'],
  name: string,
  run: (options: O) => T | Promise<T>,
): (options?: Options<O, T>) => Promise<T & { errMsg: string }> | undefined {
  return (options) => {
    const given = (options ?? {}) as Options<O, T>;
    const start = async (): Promise<T> => run(given);
    if (given.success || given.fail || given.complete) {
      start().then(
        (result) => settle(logic, name, given, { result }),
        (error: unknown) => settle(logic, name, given, { failure: failureOf(name, error) }),
      );
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const callbacks: Callbacks<T> = { success: resolve, fail: reject };
      start().then(
        (result) => settle(logic, name, callbacks, { result }),
        (error: unknown) => settle(logic, name, callbacks, { failure: failureOf(name, error) }),
      );
    });
  };
}
