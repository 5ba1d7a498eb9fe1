import type { HttpOutcome } from '../../miniprogram/core/http-outcome';
import { FUZZ_BILL } from './inputs';

type Kind = 'collected' | 'awaiting' | 'declined' | 'rejected' | 'unknown';

/**
 * Which verdicts the table of docs/payment-safety.md allows for an outcome; written from the table alone,
 * with nothing of the app's own reading. More than one only where the table leaves a choice to
 * caution: `unknown` is always allowed when fields contradict each other.
 */
export function allowedVerdicts(end: HttpOutcome, staleVerified: boolean): readonly Kind[] {
  if (end.kind === 'notSent') return ['rejected'];
  if (end.kind === 'noAnswer') return ['unknown'];
  if (end.status !== 200) {
    if (/errcode/i.test(end.body)) return ['unknown'];
    if ([400, 404, 405, 413, 415, 422].includes(end.status)) return ['rejected'];
    return end.status === 401 && staleVerified ? ['rejected'] : ['unknown'];
  }
  const root = read(end.body);
  const [errcode, ...more] = named(root, 'errcode');
  if (errcode === undefined || more.some((one) => JSON.stringify(one) !== JSON.stringify(errcode)))
    return ['unknown'];
  const tags = named(root, 'tag');
  const clear = new Set(tags.map((tag) => JSON.stringify(tag))).size <= 1;
  if (!clear) return ['unknown'];
  const bills = tags.flatMap((tag) => named(tag, 'billnum'));
  const ours = bills.every((bill) => bill === null || bill === '' || isOurs(bill));
  const named1 = bills.length > 0;
  const plain = tags.every((tag) => tag === null || tag === '' || isFields(tag));
  switch (errcode) {
    case 0:
      if (!plain || !ours) return ['unknown'];
      return bills.length > 1 ? ['collected', 'unknown'] : ['collected'];
    case 1:
      return named1 && !ours ? ['unknown', 'awaiting'] : ['awaiting'];
    case -1:
      return named1 && !ours ? ['unknown', 'declined'] : ['declined'];
    default:
      return ['unknown'];
  }
}

function read(body: string): unknown {
  try {
    return JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
  } catch {
    return null;
  }
}

function isFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(value: unknown, name: string): unknown[] {
  if (!isFields(value)) return [];
  return Object.entries(value as object).flatMap(([key, one]: [string, unknown]) =>
    key.toLowerCase() === name ? [one] : [],
  );
}

function isOurs(bill: unknown): boolean {
  return typeof bill === 'string' && bill.normalize('NFKC').trim().toUpperCase() === FUZZ_BILL;
}
