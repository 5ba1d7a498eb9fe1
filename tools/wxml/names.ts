import type { Finding } from './finding';
import { boundEvent } from './handlers';
import { elementsOf, valueOf, type WxmlElement, type WxmlNode } from './parse';

/** Events a finger makes; `click` is Vant's word for a tap. */
const TOUCHES = new Set(['tap', 'longpress', 'longtap', 'click']);

/** Attributes that a component shows as its text, or says as its name. */
const NAMING = ['aria-label', 'title', 'label', 'text'];

/**
 * Elements to tap that a screen reader cannot name: neither aria-label nor any text in them. One
 * that is hidden from screen readers on purpose (aria-hidden) is left alone.
 */
export function checkNames(file: string, nodes: WxmlNode[]): Finding[] {
  return elementsOf(nodes)
    .filter((element) => isTappable(element) && valueOf(element, 'aria-hidden') === undefined)
    .filter((element) => !hasName(element))
    .map(({ tag, line }) => ({
      file,
      line,
      message: `<${tag}> can be tapped but has no accessible name (aria-label or text)`,
    }));
}

function isTappable(element: WxmlElement): boolean {
  return element.attributes.some((attribute) => TOUCHES.has(boundEvent(attribute) ?? ''));
}

function hasName(node: WxmlNode): boolean {
  if (!('tag' in node)) return node.text.trim() !== '';
  const named = NAMING.some((name) => (valueOf(node, name) ?? '').trim() !== '');
  return named || node.children.some(hasName);
}
