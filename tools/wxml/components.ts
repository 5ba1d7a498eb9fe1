import { componentFiles, type App } from './app';
import { BUILTIN_TAGS } from './builtins';
import type { Finding } from './finding';
import { elementsOf, type WxmlNode } from './parse';

/** Tags that nobody declared (an empty box on a phone), and declarations that lead nowhere. */
export function checkComponents(
  app: App,
  owner: string,
  file: string,
  nodes: WxmlNode[],
): Finding[] {
  const declared = app.componentsOf(owner);
  return elementsOf(nodes).flatMap(({ tag, line }) => {
    const target = declared[tag];
    if (target === undefined) {
      if (BUILTIN_TAGS.has(tag)) return [];
      return { file, line, message: `<${tag}> is used but not declared in usingComponents` };
    }
    const found = componentFiles(owner, target).some((one) => app.exists(`${one}.json`));
    return found ? [] : { file, line, message: `<${tag}> is declared as ${target}: not there` };
  });
}
