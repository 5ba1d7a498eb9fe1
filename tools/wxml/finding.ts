/** One mistake in a template. */
export interface Finding {
  /** The template, as a path from the mini program's root. */
  file: string;
  /** From 1; 0 when the compiler names no line. */
  line: number;
  message: string;
}

/** `miniprogram/pages/a/a.wxml:3 message`: editors make a link of it. */
export function formatFinding(root: string, { file, line, message }: Finding): string {
  return `${root}/${file}${line > 0 ? `:${line}` : ''} ${message}`;
}
