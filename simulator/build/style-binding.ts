/** Stands for the component's class prefix. */
export const PREFIX = '__wxs__';
/** Stands for the condition "this element belongs to that component's template". */
export const OWNED = ':wx-owned';
/** Stands for the component's own node. */
export const HOST = ':wx-host';

/** How a compiled style sheet is bound to the component that uses it. */
export interface StyleBinding {
  /** The class prefix; empty for pages and for components with `styleIsolation: shared`. */
  readonly scope: string;
  /** The component's path, for `:host`. */
  readonly is: string;
}

/** Fills the marks of a compiled style sheet; runs in the browser, where isolation is known. */
export function instantiateStyle(css: string, { scope, is }: StyleBinding): string {
  return css
    .replaceAll(PREFIX, scope === '' ? '' : `${scope}--`)
    .replaceAll(OWNED, scope === '' ? '' : `:where([wx-s~="${scope}"])`)
    .replaceAll(HOST, `[wx-is="${is}"]`);
}
