/** One mistake in the mini program's sources, with the place where a developer can mend it. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Path from the mini program's root, with `/`. */
  readonly file: string;
  /** From 1; 0 = the file as a whole. */
  readonly line: number;
  /** From 1; 0 = the line as a whole. */
  readonly column: number;
  readonly message: string;
  /** The source line, so that the overlay shows what is meant without opening an editor. */
  readonly source: string;
}

/** Where in a text an offset lies, both counted from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** Collects what is wrong, so that one build shows every mistake and not only the first. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  add(
    severity: Diagnostic['severity'],
    file: string,
    at: { line: number; column: number; text?: string | undefined },
    message: string,
  ): void {
    const source = at.text?.split('\n')[at.line - 1] ?? '';
    const same = this.list.some(
      (one) => one.file === file && one.line === at.line && one.message === message,
    );
    if (same) return;
    this.list.push({ severity, file, line: at.line, column: at.column, message, source });
  }

  error(file: string, message: string, at?: { line: number; column: number; text?: string }): void {
    this.add('error', file, at ?? { line: 0, column: 0 }, message);
  }

  /** An error at the first place where `needle` stands in `text`. */
  errorAtText(file: string, text: string, needle: string, message: string): void {
    const offset = text.indexOf(needle);
    if (offset < 0) this.error(file, message);
    else this.error(file, message, { ...positionAt(text, offset), text });
  }

  get errors(): Diagnostic[] {
    return this.list.filter((one) => one.severity === 'error');
  }
}

/** `file:line:column message`, then the source line with a mark under the column. */
export function formatDiagnostic(one: Diagnostic): string {
  const place = one.line > 0 ? `${one.file}:${one.line}:${one.column}` : one.file;
  const head = `${one.severity === 'error' ? '✗' : '!'} ${place}  ${one.message}`;
  if (one.source === '') return head;
  const mark = one.column > 0 ? `\n    ${' '.repeat(one.column - 1)}^` : '';
  return `${head}\n    ${one.source}${mark}`;
}
