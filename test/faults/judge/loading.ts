import type { AttemptStore } from '../../../miniprogram/services/attempt-store';
import type { Watched } from './judge';
import { afterRestart } from './stored';
import type { Verdicts } from './verdicts';

/** After a start: everything that was durable is there again, in a state no older than it was (2, 8). */
export function judgeLoad(watched: Watched, attempts: AttemptStore, verdicts: Verdicts): void {
  const { phone, known, seen } = watched;
  const disk = watched.disk.all(phone.disk);
  const damaged = new Set(attempts.damaged());
  const broken = (rule: string, id: string, text: string): void => {
    verdicts.add(rule, `${phone.name} ${id.slice(0, 6)} after a start: ${text}`);
  };
  for (const [id, stored] of disk) {
    const loaded = attempts.get(id);
    const { durable, excused } = known.get(id) ?? { durable: 0, excused: true };
    if (stored === null) {
      if (!damaged.has(id)) broken('no attempt disappears', id, 'damaged and not shown');
      if (durable > 0 && !excused) broken('no attempt disappears', id, 'its record is torn');
      continue;
    }
    if (loaded === null) {
      broken('no attempt disappears', id, 'stored and not shown');
      continue;
    }
    if (stored.sequence < durable && !excused) {
      broken('durable stays durable', id, `sequence ${stored.sequence} after ${durable}`);
    }
    if (loaded.state !== afterRestart(stored.attempt.state)) {
      broken('restart resumes', id, `stored ${stored.attempt.state}, shown ${loaded.state}`);
    }
    if (loaded.amount !== stored.attempt.amount || loaded.bill !== stored.attempt.bill) {
      broken('facts stay', id, 'bill or amount changed');
    }
  }
  for (const [id, { durable, excused }] of known) {
    if (durable > 0 && !excused && !disk.has(id)) {
      broken('no attempt disappears', id, 'nothing of it is stored');
    }
  }
  for (const attempt of attempts.all()) seen.set(attempt.id, attempt);
}
