/** One line of the audit: what was measured, against WeChat's threshold and ours. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: 'calls' | 'bytes' | 'ms' | 'nodes' | 'levels' | 'requests' | 'places' | 'images';
  /** WeChat's audit (体验评分) complains above this; null: it has no such rule. */
  readonly wechat: number | null;
  /** The test fails above this; null: only told, because it is one machine's. */
  readonly budget: number | null;
  /** Where the worst was found. */
  readonly where?: string;
}

/** Lines of text, columns aligned. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, unit, wechat, budget, where = '' }) => [
    what,
    `${format(measured)} ${unit}`,
    wechat === null ? '—' : format(wechat),
    budget === null ? '—' : format(budget),
    where,
  ]);
  const all = [['audit', 'measured', 'WeChat', 'budget', 'where'], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  const pad = (text: string, column: number): string =>
    column === 0 || column === 4
      ? text.padEnd(widths[column] ?? 0)
      : text.padStart(widths[column] ?? 0);
  return all.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

const format = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
