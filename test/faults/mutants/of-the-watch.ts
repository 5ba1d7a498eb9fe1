import { type Mutant, mutant } from './mutant';

const ATTEMPT = 'core/attempt.ts';
const WATCHER = 'services/watcher.ts';
const STORE = 'services/attempt-store.ts';
const JOURNAL = 'services/journal.ts';
const CLOSING = 'services/closing.ts';

/** Mistakes in blocking, watching, closing and keeping. */
export const ofTheWatch: readonly Mutant[] = [
  mutant(
    'an unresolved attempt does not block',
    ATTEMPT,
    "if (isUndecided(attempt) || attempt.state === 'prepared') return true;",
    "if (isWatched(attempt) || attempt.state === 'prepared') return true;",
  ),
  mutant(
    'declined does not block until rechecked',
    ATTEMPT,
    "if (attempt.state === 'declined') return attempt.recheck !== 'unmoved';",
    '',
  ),
  mutant(
    'the block is never lifted after declined',
    ATTEMPT,
    "if (attempt.state === 'declined') return attempt.recheck !== 'unmoved';",
    "if (attempt.state === 'declined') return true;",
  ),
  {
    name: 'a declined attempt’s bill is read only once',
    edits: [
      {
        file: 'core/recheck.ts',
        find: 'const READS = 2;',
        replace: 'const READS = 1;',
      },
    ],
    // The rules accept the risk that a second read only makes smaller: no step of a run shows it.
    tests: ['test/core/recheck.test.ts'],
  },
  {
    name: 'queries before “declined” count as reading again',
    edits: [{ file: WATCHER, find: "(state === 'declined' ? 1 : 0)", replace: '1' }],
    tests: ['test/services/watcher-declined.test.ts'],
  },
  {
    name: 'money of a refused attempt is not noticed',
    edits: [
      {
        file: 'services/apply-reading.ts',
        find: "return attempt.state === 'rejected' && attempt.rejectedReason !== 'notSent';",
        replace: 'return false;',
      },
    ],
    tests: ['test/services/apply-reading.test.ts'],
  },
  mutant(
    'the block is not lifted by an acknowledgement',
    ATTEMPT,
    "return attempt.state === 'conflict' && attempt.acknowledgedAt === null;",
    "return attempt.state === 'conflict';",
  ),
  mutant(
    'a bill in small letters is another bill',
    'core/bill.ts',
    'return upperCase(foldText(bill));',
    'return foldText(bill);',
  ),
  mutant(
    'the watch ends too early',
    'config/settings.ts',
    'minimumWatch: 60_000,',
    'minimumWatch: 20_000,',
  ),
  mutant(
    'an old query ends the watch',
    'services/apply-reading.ts',
    'watchHasEnded(submittedAt, reading.sentAt, policy)',
    'watchHasEnded(submittedAt, at, policy)',
  ),
  mutant('the watch never ends', 'core/watch.ts', '>= policy.minimumWatch', '>= Infinity'),
  mutant(
    'asks while hidden',
    WATCHER,
    'if (inFlight || !visibility.visible() || session.current() === null) return;',
    'if (inFlight || session.current() === null) return;',
  ),
  {
    name: 'several queries in flight',
    edits: [
      {
        file: WATCHER,
        find: 'if (inFlight || !visibility.visible() || session.current() === null) return;',
        replace: 'if (!visibility.visible() || session.current() === null) return;',
      },
      {
        file: WATCHER,
        find: 'if (attempt === null || inFlight) return;',
        replace: 'if (attempt === null || asking(id).inFlight) return;',
      },
    ],
  },
  mutant(
    'attempts of another server are touched',
    WATCHER,
    'if (attempt.server !== session.server.baseUrl) return null;',
    '',
  ),
  mutant(
    'after a session was refused nobody takes attempts up again',
    WATCHER,
    'session.subscribe(askAll);',
    '',
  ),
  {
    name: 'a refused session drops the attempts',
    edits: [
      {
        file: STORE,
        find: '    save() {',
        replace: '    drop: () => attempts.clear(),\n    save() {',
      },
      {
        file: 'services/create-services.ts',
        find: '  network.onReturn(',
        replace: `  session.subscribe((now) => {
    if (now === null) (attempts as any).drop();
  });
  network.onReturn(`,
      },
    ],
  },
  {
    name: 'closed although no query was answered',
    edits: [
      {
        file: CLOSING,
        find: 'if (problem !== null || !fresh) throw',
        replace: 'if (problem !== null && !fresh && age < -Infinity) throw',
      },
    ],
  },
  {
    name: 'an answer from the future counts as fresh at closing',
    edits: [{ file: CLOSING, find: 'const fresh = age >= 0 && ', replace: 'const fresh = ' }],
    tests: ['test/services/closing.test.ts'],
  },
  {
    name: 'closed before the watch has ended',
    edits: [
      {
        file: CLOSING,
        find: "if (state === 'submitted' || state === 'awaiting' || state === 'unknown') {",
        replace: "if (state === 'submitted') {",
      },
      {
        file: CLOSING,
        find: "if (state !== 'unresolved') throw new ClosingTooEarlyError('settled');",
        replace: '',
      },
      {
        file: CLOSING,
        find: "if (attempts.get(id)?.state !== 'unresolved') return false;",
        replace: '',
      },
    ],
  },
  mutant(
    'one slot a record: a torn write loses the attempt',
    JOURNAL,
    '${String(sequence % 2)}',
    '${String(1)}',
  ),
  mutant('the older slot wins', JOURNAL, 'return a.sequence > b.sequence ? a : b;', 'return a;'),
  mutant('a damaged record is dropped', JOURNAL, 'damaged.push(id);', ''),
  mutant(
    'a failed write is never made up for',
    STORE,
    'for (const id of Array.from(unsaved)) {',
    'for (const id of [] as string[]) {',
  ),
  mutant('changes are not written', STORE, '      keep(after);', '      attempts.set(id, after);'),
  mutant('news of the page that is on top', 'services/news.ts', 'if (id === onTop) return;', ''),
];
