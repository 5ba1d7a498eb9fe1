import { table } from '../table';
import { BUDGET, type PackageReport } from './parts';

/** `| part | files | bytes | share |` then the total and the main package. */
export function packageTable({ parts, total, main, files, gzip }: PackageReport): string {
  const share = (bytes: number): string => `${((bytes / total) * 100).toFixed(1)} %`;
  const rows = [
    ['part', 'files', 'bytes', 'share'],
    ...parts.map((one) => [one.part, String(one.files), String(one.bytes), share(one.bytes)]),
    ['total', String(files), String(total)],
    ['main package', '', String(main), `${((main / BUDGET) * 100).toFixed(0)} % of the budget`],
    ['as sent', '', String(gzip), 'packed and compressed'],
  ];
  return table(rows);
}

/** `| check | what it looked at | seconds |`. */
export function checkTable(
  checks: readonly { name: string; counted: string; findings: number; seconds: number }[],
): string {
  return table([
    ['check', 'looked at', 'findings', 'seconds'],
    ...checks.map((one) => [one.name, one.counted, String(one.findings), one.seconds.toFixed(1)]),
  ]);
}
