import type { Diagnostic } from '../../build/diagnostics';
import { make } from './boxes';

/** Shows what is wrong with the sources over the whole phone; the next good build takes it away. */
export function showDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const box = make('div', 'sim-errors');
  box.setAttribute('role', 'alert');
  box.append(make('h2', '', `编译出错 · ${diagnostics.length}`));
  for (const one of diagnostics) {
    const item = make('section', `sim-error sim-error-${one.severity}`);
    const place = one.line > 0 ? `${one.file}:${one.line}:${one.column}` : one.file;
    item.append(make('code', 'sim-error-place', place), make('p', '', one.message));
    if (one.source !== '') {
      const mark = one.column > 0 ? `\n${' '.repeat(one.column - 1)}^` : '';
      item.append(make('pre', '', one.source + mark));
    }
    box.append(item);
  }
  document.body.append(box);
}

/** An error that keeps the app from starting at all. */
export function showCrash(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const box = make('div', 'sim-errors');
  box.setAttribute('role', 'alert');
  box.append(make('h2', '', '小程序没有启动'), make('pre', '', text));
  document.body.append(box);
}
