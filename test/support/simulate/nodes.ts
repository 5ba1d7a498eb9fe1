/** What WeChat's component system keeps for an element; attributes do not reach this DOM. */
interface Node extends Element {
  __wxElement?: {
    _vt?: { attrs: { name: string; value: unknown }[] };
    triggerEvent?: (name: string, detail: unknown, options?: { bubbles: boolean }) => void;
  };
}

/** An attribute as the template set it last. */
export function attribute(element: Element, name: string): unknown {
  const attrs = (element as Node).__wxElement?._vt?.attrs ?? [];
  const compiled = toCompiledName(name);
  return attrs.find((attr) => attr.name === compiled)?.value;
}

/** The official compiler writes `aria-label` as `ariaLabel`, but leaves `data-…` alone. */
function toCompiledName(name: string): string {
  if (name.startsWith('data-')) return name;
  return name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

/** Lets a built-in element tell something (`input`, `confirm`, …); such events do not bubble. */
export function trigger(element: Element, name: string, detail: unknown): void {
  const node = (element as Node).__wxElement;
  if (node?.triggerEvent === undefined) throw new Error(`<${element.localName}> takes no events`);
  node.triggerEvent(name, detail, { bubbles: false });
}

/** Whether a person could see the element, as far as that is known without styles. */
function isShown(element: Element): boolean {
  if (attribute(element, 'hidden')) return false;
  const own = attribute(element, 'style');
  const style = `${typeof own === 'string' ? own : ''};${element.getAttribute('style') ?? ''}`;
  return !/display:\s*none/.test(style);
}

/** The texts that are shown, in document order, white space normalised as on a screen. */
export function shownTexts(element: Element): string[] {
  if (!isShown(element)) return [];
  return [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return shownTexts(child);
    const text = (child.textContent ?? '').replace(/\s+/g, ' ').trim();
    return text === '' ? [] : text;
  });
}

/** All shown elements below, in document order. */
export function shownElements(element: Element): Element[] {
  return [...element.children].filter(isShown).flatMap((child) => [child, ...shownElements(child)]);
}
