declare module 'promise-polyfill' {
  /** A Promise over setTimeout, with its two ways out. */
  const PromiseOverTimers: PromiseConstructor & {
    _immediateFn: (run: () => void) => void;
    _unhandledRejectionFn: (reason: unknown) => void;
  };
  export default PromiseOverTimers;
}
