import { type Mutant, mutant } from './mutant';

const VERDICT = 'core/verdict.ts';
const EVIDENCE = 'core/evidence.ts';
const TRANSITIONS = 'core/transitions.ts';

/** Mistakes in reading answers, weighing evidence and moving states. */
export const ofAnswers: readonly Mutant[] = [
  mutant(
    'timeout read as failure',
    VERDICT,
    "return unknown(outcome.reason === 'interrupted' ? 'interrupted' : 'noAnswer');",
    "return { kind: 'rejected', reason: 'notSent', message: '' };",
  ),
  mutant(
    '401 read as failure',
    VERDICT,
    'if (bare && outcome.status === 401 && staleClockVerified) {',
    'if (bare && outcome.status === 401) {',
  ),
  mutant(
    'a refused nonce taken for a stale clock',
    'services/pos/pos-client.ts',
    'staleClockVerified: learned && answer?.saysStale === true',
    'staleClockVerified: learned',
  ),
  {
    ...mutant(
      'a refused repeat taken for a refused session',
      'services/pos/pos-client.ts',
      "if (outcome.kind !== 'answer' || outcome.status !== 401) return false;",
      "if (outcome.kind !== 'answer' || outcome.status !== 0) return false;",
    ),
    tests: ['test/services/pos/replayed-nonce.test.ts'],
  },
  {
    ...mutant(
      'a late refusal of the session before ends the new one',
      'services/session.ts',
      'held !== null && held === asker',
      'held !== null',
    ),
    tests: ['test/services/session-refused.test.ts'],
  },
  mutant(
    '5xx read as failure',
    VERDICT,
    'if (bare && rules.rejectedStatuses.includes(outcome.status)) {',
    'if (bare && outcome.status >= 400 && outcome.status !== 401) {',
  ),
  mutant(
    'an envelope under another status believed',
    VERDICT,
    'if (outcome.status === 200) {',
    'if (mentionsErrcode(outcome.body)) {',
  ),
  mutant(
    'unknown errcode read as declined',
    VERDICT,
    "if (errcode !== 0 && errcode !== 1 && errcode !== -1) return unknown('undocumentedErrcode');",
    '',
  ),
  mutant(
    'the answer about another bill believed',
    VERDICT,
    "if (answer === 'otherBill') return unknown('otherBill');",
    '',
  ),
  mutant(
    'paystate ignored as evidence',
    EVIDENCE,
    'const complete = reading.payState === BILL_COMPLETE;',
    'const complete = false;',
  ),
  mutant(
    'paystate taken as this attempt’s proof',
    EVIDENCE,
    'return complete && remainingAt(attempt.baseline) === attempt.amount',
    'return complete',
  ),
  mutant(
    'rival attempts ignored',
    EVIDENCE,
    "if (hasRival(attempt, others)) return { kind: 'weak' };",
    '',
  ),
  mutant(
    'any growth of the receipt is proof',
    EVIDENCE,
    'if (growth === attempt.amount) return',
    'if (growth !== null && growth > 0) return',
  ),
  mutant(
    'WeChat’s "not yet" taken for paid',
    'services/pos/query-wechat-payment.ts',
    "if (tag === null || textField(tag, 'paystatus') !== PAID) return false;",
    'if (tag === null) return false;',
  ),
  mutant(
    'restart turns submitted into rejected',
    TRANSITIONS,
    "return move(attempt, 'unknown', { at }, 'restart', { unknownReason: 'interrupted' });",
    "return move(attempt, 'rejected', { at }, 'restart', { rejectedReason: 'notSent' });",
  ),
  mutant(
    'a late answer moves a collected attempt back',
    TRANSITIONS,
    'collected: [],',
    "collected: ['declined', 'unknown', 'awaiting'],",
  ),
  mutant(
    'a late answer undoes the word of staff',
    TRANSITIONS,
    "staffNotPaid: ['conflict'],",
    "staffNotPaid: ['declined', 'unknown', 'awaiting', 'collected', 'conflict'],",
  ),
  mutant(
    'late evidence cannot reach an unresolved attempt',
    TRANSITIONS,
    "unresolved: ['collected', ",
    'unresolved: [',
  ),
  mutant('declined without a recheck', TRANSITIONS, "recheck: 'pending',", "recheck: 'unmoved',"),
];
