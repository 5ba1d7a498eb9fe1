/**
 * The parts of miniprogram-simulate that the harness uses. Its own typings bring an older copy of
 * WeChat's typings along, which would take `Component` over in the whole test program.
 */

/** A rendered component. */
export interface Rendered {
  /** Its element; what it shows is below. */
  readonly dom: HTMLElement;
  /** `this` of its methods. */
  readonly instance: Record<string, unknown>;
  attach(parent: Node): void;
  detach(): void;
  addEventListener(name: string, handler: (event: { detail: unknown }) => void): void;
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
