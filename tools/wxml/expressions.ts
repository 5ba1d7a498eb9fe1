import type { Finding } from './finding';
import { elementsOf, valueOf, type WxmlNode } from './parse';

/** What glass-easel takes and exparser, which phones run, does not. */
const REFUSED: [RegExp, string][] = [
  [/\?\.(?!\d)/, '?. (write the test out)'],
  [/\?\?/, '?? (write the test out)'],
  [/\b(?:typeof|instanceof|new|void|delete|in)\b/, 'a keyword operator (compute it in the script)'],
  [/=>/, 'a function (compute it in the script)'],
  [/`/, 'a template literal (join with +)'],
  [/(?<![=!<>])=(?![=>])/, 'an assignment'],
];

/** `name(` or `name.name(`. */
const CALL = /([A-Za-z_$][\w$]*)((?:\s*\.\s*[\w$]+)*)\s*\(/g;

/** Expressions in `{{ }}` that one of the two engines refuses, or that do nothing on a phone. */
export function checkExpressions(file: string, nodes: WxmlNode[]): Finding[] {
  const modules = new Set(
    elementsOf(nodes).flatMap((element) =>
      element.tag === 'wxs' ? (valueOf(element, 'module') ?? []) : [],
    ),
  );
  return expressionsOf(nodes).flatMap(({ code, line }) =>
    problemsOf(code, modules).map((problem) => ({
      file,
      line,
      message: `{{ ${code.trim()} }}: phones do not take ${problem}`,
    })),
  );
}

function problemsOf(code: string, modules: Set<string>): string[] {
  const bare = code.replace(/'[^']*'|"[^"]*"/g, "''");
  const refused = REFUSED.filter(([pattern]) => pattern.test(bare)).map(([, name]) => name);
  const calls = [...bare.matchAll(CALL)]
    .filter(([, name = '', member]) => !(member && modules.has(name)))
    .map(([, name = '', member = '']) => `the call ${name}${member}() (only WXS functions)`);
  return [...refused, ...calls];
}

function expressionsOf(nodes: WxmlNode[]): { code: string; line: number }[] {
  return nodes.flatMap((node) => {
    if (!('tag' in node)) return inText(node.text, node.line);
    const inAttributes = node.attributes.flatMap(({ value, line }) => inText(value ?? '', line));
    return [...inAttributes, ...expressionsOf(node.children)];
  });
}

function inText(text: string, line: number): { code: string; line: number }[] {
  return [...text.matchAll(/\{\{([\s\S]*?)\}\}/g)].map((found) => ({
    code: found[1] ?? '',
    line: line + text.slice(0, found.index).split('\n').length - 1,
  }));
}
