/**
 * WXS is a dialect: `x.constructor` is the type's *name* there, and `require` names the file with
 * its ending. glass-easel runs WXS as plain JavaScript, so both are rewritten. The helper and the
 * two WXS built-ins stand in `WXS_PRELUDE`.
 */
export function rewriteWxs(source: string): string {
  return source
    .replace(/([\w$]+(?:\.[\w$]+|\[[\w$]+\])*)\.constructor\b/g, '__wxsConstructor($1)')
    .replace(/require\(\s*(["'])([^"']+?)\.wxs\1\s*\)/g, "require('$2')");
}

/** Runs once before the compiled templates, in their scope. */
export const WXS_PRELUDE = `
var __wxsConstructor = function (x) { return Object.prototype.toString.call(x).slice(8, -1); };
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () {
  return arguments.length ? new Date(...arguments) : new Date();
};
`;

/** The files a WXS module requires. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1] ?? '');
}
