/** One opening tag of a template and where it stands. */
export interface TagUse {
  readonly name: string;
  readonly offset: number;
}

/**
 * The opening tags of a template. The template compiler does not say which tags a template uses,
 * and a tag nobody knows would render as an empty box: so they are looked up here. Comments,
 * `<wxs>` bodies and attribute values are skipped.
 */
export function findTags(source: string): TagUse[] {
  const blank = (match: string): string => ' '.repeat(match.length);
  const text = source
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(
      /(<wxs\b[^>]*?[^/]>)([\s\S]*?)(<\/wxs>)/g,
      (_all, open: string, body: string, end: string) => open + blank(body) + end,
    )
    .replace(/"[^"]*"|'[^']*'/g, blank)
    .replace(/\{\{[\s\S]*?\}\}/g, blank);
  return [...text.matchAll(/<([a-zA-Z][\w-]*)/g)].map((match) => ({
    name: match[1] ?? '',
    offset: match.index,
  }));
}
