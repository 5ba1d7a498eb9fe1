/** Of miniprogram-simulate's own helpers, the one that the harness replaces. */
declare const utils: {
  /** Runs a component's script; looked up at every call, so that it can be replaced. */
  runJs(filePath: string): void;
};
export default utils;
