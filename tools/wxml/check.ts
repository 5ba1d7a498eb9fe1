import { resolveFrom, type App } from './app';
import { compileWithGlassEasel, compileWithWcc } from './compilers';
import { checkComponents } from './components';
import { checkExpressions } from './expressions';
import { checkFeedback } from './feedback';
import type { Finding } from './finding';
import { checkHandlers } from './handlers';
import { checkNames } from './names';
import { elementsOf, parseWxml, valueOf, type WxmlNode } from './parse';

/**
 * Everything that can be said about one template: both compilers first, and what they do not see
 * only once they are content (the rest would be a guess about broken markup).
 */
export function checkTemplate(app: App, template: string): Finding[] {
  const broken = [...compileWithWcc(app, template), ...compileWithGlassEasel(app, template)];
  if (broken.length > 0) return broken;
  const nodes = parseWxml(app.read(template));
  return [
    ...checkExpressions(template, nodes),
    ...checkNames(template, nodes),
    ...checkFeedback(template, nodes),
    ...checkAsPartOf(app, template, template, nodes, new Set([template])),
  ];
}

/**
 * Tags and handlers belong to the page or component that shows them, so templates that it includes
 * are looked at as its parts. A template without a JSON of its own is such a part only.
 */
function checkAsPartOf(
  app: App,
  owner: string,
  file: string,
  nodes: WxmlNode[],
  seen: Set<string>,
): Finding[] {
  if (!app.exists(owner.replace(/\.wxml$/, '.json'))) return [];
  const parts = elementsOf(nodes).flatMap((element) => {
    const src = valueOf(element, 'src');
    if (!['include', 'import'].includes(element.tag) || src === undefined) return [];
    const part = resolveFrom(file, src.endsWith('.wxml') ? src : `${src}.wxml`);
    if (!app.exists(part)) return { file, line: element.line, message: `there is no ${part}` };
    if (seen.has(part)) return [];
    seen.add(part);
    return checkAsPartOf(app, owner, part, parseWxml(app.read(part)), seen);
  });
  return [
    ...checkComponents(app, owner, file, nodes),
    ...checkHandlers(app, owner, file, nodes),
    ...parts,
  ];
}
