/** The parts of miniprogram-simulate that the harness uses; its own typings are older than WeChat's. */
declare module 'miniprogram-simulate' {
  /** A rendered component. */
  export interface Rendered {
    /** Its element; what it shows is below. */
    readonly dom: HTMLElement;
    /** `this` of its methods. */
    readonly instance: Record<string, unknown>;
    attach(parent: Node): void;
    detach(): void;
    triggerPageLifeTime(name: 'show' | 'hide'): void;
  }

  export function load(
    componentPath: string,
    tagName: string,
    options: {
      compiler: 'official';
      rootPath: string;
      compilerOptions: { maxBuffer: number };
    },
  ): string;

  export function render(id: string, properties?: Record<string, unknown>): Rendered;
}

declare module 'miniprogram-simulate/src/utils' {
  const utils: {
    /** Runs a component's script; looked up at every call, so that it can be replaced. */
    runJs(filePath: string): void;
  };
  export = utils;
}
