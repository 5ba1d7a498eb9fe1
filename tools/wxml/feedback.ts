import type { Finding } from './finding';
import { boundEvent } from './handlers';
import { elementsOf, valueOf, type WxmlNode } from './parse';

/** Elements that show nothing of themselves when touched; text and image take no `hover-class` at all. */
const SILENT = new Set(['view', 'navigator', 'text', 'image', 'cover-view', 'label']);

/**
 * Elements to tap that do not answer a finger: WeChat's audit wants `hover-class` on each. What is
 * hidden from screen readers on purpose (a sheet's backdrop) is no key and needs none.
 */
export function checkFeedback(file: string, nodes: WxmlNode[]): Finding[] {
  return elementsOf(nodes)
    .filter(({ tag }) => SILENT.has(tag))
    .filter(({ attributes }) => attributes.some((one) => boundEvent(one) === 'tap'))
    .filter((element) => valueOf(element, 'aria-hidden') === undefined)
    .filter((element) => (valueOf(element, 'hover-class') ?? '').trim() === '')
    .map(({ tag, line }) => ({
      file,
      line,
      message: `<${tag}> can be tapped but shows no feedback (hover-class)`,
    }));
}
