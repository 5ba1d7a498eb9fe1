import postcss, { CssSyntaxError, type AtRule, type Root, type Rule } from 'postcss';
import type { Diagnostics } from './diagnostics';
import { isNpmPath, joinPath } from './paths';
import type { SourceTree } from './source-tree';
import { rewriteSelector } from './style-selectors';
import { localPicture, rewriteMediaUnits, rewriteUnits } from './style-units';

export interface StyleOptions {
  readonly tree: SourceTree;
  /** app.json's `darkmode`: without it WeChat never reports a dark scheme. */
  readonly darkmode: boolean;
  readonly diagnostics: Diagnostics;
}

/**
 * Compiles `path` (with `.wxss`) and what it imports. The result still holds marks for the class
 * prefix, because how a component isolates its styles is only known when its script has run.
 */
export function compileStyle(path: string, component: boolean, options: StyleOptions): string {
  const text = options.tree.read(path);
  if (text === undefined) return '';
  const root = load(path, text, options, []);
  if (root === undefined) return '';
  root.walkDecls((declaration) => {
    const picture = localPicture(declaration);
    const from = declaration.source?.input.file ?? path;
    if (picture !== undefined && !isNpmPath(from)) {
      const at = declaration.source?.start ?? { line: 0, column: 0 };
      const source = declaration.source?.input.css ?? '';
      const message = `WXSS 里不能用本地图片 ${picture}（只能用网络图片、base64 或 <image>）`;
      options.diagnostics.add('error', from, { ...at, text: source }, message);
    }
    declaration.value = rewriteUnits(declaration.value);
  });
  root.walkAtRules((rule) => {
    rewriteAtRule(rule, options.darkmode);
  });
  root.walkRules((rule) => {
    rewriteRule(rule, path, component, options.diagnostics);
  });
  return root.toString();
}

function load(
  path: string,
  text: string,
  options: StyleOptions,
  chain: readonly string[],
): Root | undefined {
  let root: Root;
  try {
    root = postcss.parse(text, { from: path });
    // postcss makes the name absolute; messages must name the mini program's own path.
    if (root.source !== undefined) root.source.input.file = path;
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const at = { line: error.line ?? 0, column: error.column ?? 0, text };
    options.diagnostics.error(path, `WXSS: ${error.reason}`, at);
    return undefined;
  }
  root.walkAtRules('import', (rule) => {
    const specifier = /^(?:url\()?\s*["']([^"']+)["']/.exec(rule.params)?.[1] ?? rule.params;
    const target = joinPath(path, specifier);
    const imported = options.tree.read(target);
    const at = { line: rule.source?.start?.line ?? 0, column: rule.source?.start?.column ?? 0 };
    if (imported === undefined) {
      options.diagnostics.error(path, `WXSS: 找不到 @import 的文件 ${specifier}`, { ...at, text });
      rule.remove();
    } else if (chain.includes(target) || target === path) rule.remove();
    else {
      const nodes = load(target, imported, options, [...chain, path])?.nodes ?? [];
      rule.replaceWith(nodes);
    }
  });
  return root;
}

function rewriteAtRule(rule: AtRule, darkmode: boolean): void {
  // Vant's icons come from a font on a CDN; a shop's weak Wi-Fi does not bring it either.
  if (rule.name === 'font-face' && /url\(\s*["']?(https?:)?\/\//.test(rule.toString()))
    rule.remove();
  else if (rule.name === 'media') {
    if (!darkmode && /prefers-color-scheme:\s*dark/.test(rule.params)) rule.remove();
    else rule.params = rewriteMediaUnits(rule.params);
  }
}

const inKeyframes = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name);

function rewriteRule(rule: Rule, path: string, component: boolean, diagnostics: Diagnostics): void {
  if (inKeyframes(rule)) return;
  const { selector, forbidden } = rewriteSelector(rule.selector, component);
  const from = rule.source?.input.file ?? path;
  if (forbidden !== undefined && !isNpmPath(from)) {
    const at = rule.source?.start ?? { line: 0, column: 0 };
    const message = `组件的 WXSS 里只能用 class 选择器，不能用 ${forbidden}`;
    diagnostics.add('warning', from, { ...at, text: rule.source?.input.css }, message);
  }
  rule.selector = selector;
}
