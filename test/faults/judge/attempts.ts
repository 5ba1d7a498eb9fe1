import type { Attempt, StateChange } from '../../../miniprogram/core/attempt';
import { foldNumber } from '../model/bills';
import type { Post } from '../model/post';
import type { Phone } from '../phone/phone';
import type { Reads } from './reads';
import { isOwnProof, isRival, mayMove, saysTryAgain } from './rules';
import type { Verdicts } from './verdicts';

/** The watch lasts at least this long after sending. */
const WATCH = 60_000;
const CLOSING_QUERY_AGE = 10_000;

/** Everything needed to judge one change of one attempt. */
export interface Change {
  readonly phone: Phone;
  readonly before: Attempt | null;
  readonly after: Attempt;
  /** The barcode call it stands for; null: none was seen. */
  readonly post: Post | null;
  /** Other attempts on the bill, as they were before and are after this step. */
  readonly others: readonly { readonly before: Attempt | null; readonly after: Attempt }[];
  readonly reads: Reads;
  /** True time. */
  readonly now: number;
  /** True time at which the attempt was first written, as submitted. */
  readonly submittedAt: number;
  /** True time at which the state before this step was entered. */
  readonly enteredAt: number;
}

/** Judges what changed about an attempt in one step (invariants 3, 7, 8 and 9). */
export function judgeChange(change: Change, verdicts: Verdicts): void {
  const { before, after, phone } = change;
  const name = `${phone.name} ${after.id.slice(0, 6)} on ${after.bill}`;
  const broken = (rule: string, text: string): void => {
    verdicts.add(rule, `${name}: ${text}`);
  };
  if (before !== null) {
    for (const field of [
      'server',
      'user',
      'bill',
      'amount',
      'maskedCode',
      'submittedAt',
    ] as const) {
      if (before[field] !== after[field]) broken('facts stay', `${field} changed`);
    }
  }
  const known = before?.history ?? [];
  if (known.some((entry, i) => after.history[i] !== entry)) broken('history grows', 'rewritten');
  let state = known[known.length - 1]?.to ?? null;
  for (const entry of after.history.slice(known.length)) {
    if (state !== null && !mayMove(state, entry.to)) {
      broken('settled never moves back', `${state} → ${entry.to} (${entry.cause})`);
    }
    if (before !== null) judgeEntry(change, entry, state, broken);
    state = entry.to;
  }
  if (state !== after.state)
    broken('history grows', `state ${after.state}, history ${state ?? ''}`);
  if (after.recheck === 'unmoved' && before !== null && before.recheck !== 'unmoved') {
    judgeUnmoved(change, broken);
  }
  judgeTryAgain(change, verdicts, broken);
}

type Broken = (rule: string, text: string) => void;

function judgeEntry(change: Change, entry: StateChange, from: string | null, broken: Broken): void {
  const told = change.post?.told ?? 'nothing';
  if (change.after.server !== change.phone.serverUrl) {
    broken('other servers are left alone', `${entry.to} while signed in elsewhere`);
  }
  switch (entry.to) {
    case 'collected':
      judgeCollected(change, broken);
      break;
    case 'conflict':
      judgeConflict(change, broken);
      break;
    case 'awaiting':
      if (told !== 'awaiting') broken('evidence only', `awaiting, but told ${told}`);
      break;
    case 'declined':
      if (told !== 'declined') broken('failed only with proof', `declined, but told ${told}`);
      break;
    case 'rejected':
      if (change.post !== null && !['refused', 'staleClock', 'notSent'].includes(told)) {
        broken('failed only with proof', `rejected, but told ${told}`);
      }
      break;
    case 'unresolved':
      judgeWatchEnd(change, broken);
      break;
    case 'staffPaid':
    case 'staffNotPaid':
      judgeClosing(change, from, broken);
      break;
    default:
      break;
  }
}

function judgeCollected(change: Change, broken: Broken): void {
  const { after, post } = change;
  if (isOwnProof(after)) {
    const thirdParty = after.proof === 'thirdPartyQuery';
    if (post === null || post.chargedAt === null) {
      broken('collected only with evidence', `proof ${after.proof ?? ''}, nothing was charged`);
    } else if (post.chargedFen !== after.amount) {
      broken('sums never drift', `${post.chargedFen} charged, ${after.amount} shown`);
    }
    if (!thirdParty && post?.told !== 'collected') {
      broken('evidence only', `collected, but told ${post?.told ?? 'nothing'}`);
    }
    return;
  }
  judgeByBill(change, broken);
}

/** The two proofs that go by the bill: what was read must say so, and nobody else may explain it. */
function judgeByBill({ after, others, reads }: Change, broken: Broken): void {
  const { states, receipts } = reads.of(foldNumber(after.bill));
  const { figures } = after.baseline;
  if (after.proof === 'billState') {
    if (!states.some(({ payState }) => payState === '3')) broken('evidence only', 'no paystate 3');
    if (figures === null || figures.due - figures.collected !== after.amount) {
      broken('evidence only', 'by the bill’s state, but it was not all that remained');
    }
  } else if (after.proof === 'receiptGrowth') {
    const grown = receipts.some(({ real }) => real - (figures?.collected ?? NaN) === after.amount);
    if (!grown) broken('evidence only', 'the receipt did not grow by the amount');
  } else {
    broken('evidence only', 'collected without a proof');
  }
  const rival = others.find(({ before, after: now }) => before && isRival(before) && isRival(now));
  if (rival !== undefined) {
    broken('rivals', `by the bill, though ${rival.after.id.slice(0, 6)} could explain it`);
  }
}

function judgeConflict(change: Change, broken: Broken): void {
  const { after, post } = change;
  if (post?.told === 'collected') return;
  if (after.proof !== null) {
    if (!isOwnProof(after)) judgeByBill(change, broken);
    return;
  }
  const { states, receipts } = change.reads.of(foldNumber(after.bill));
  const { payState, figures } = after.baseline;
  const moved =
    states.some((state) => state.payState !== payState) ||
    receipts.some(({ real }) => real !== figures?.collected);
  if (!moved) broken('conflict only when money moved', 'the bill reads as at the baseline');
}

/** Invariant of the watch: 60 s, and a query sent after that was answered. */
function judgeWatchEnd({ phone, after, reads, submittedAt }: Change, broken: Broken): void {
  if (phone.jumpedAt >= submittedAt) return;
  const { states } = reads.of(foldNumber(after.bill));
  if (!states.some(({ sentAt }) => sentAt - submittedAt >= WATCH)) {
    broken('the watch lasts', 'ended without an answered query 60 s after sending');
  }
}

function judgeClosing(
  { phone, after, reads, now }: Change,
  from: string | null,
  broken: Broken,
): void {
  if (from !== 'unresolved') broken('closing after the watch', `closed from ${from ?? ''}`);
  const { closing } = after;
  if (closing === null || closing.by === '' || closing.note === '') {
    broken('closing is recorded', 'who, when or why is missing');
  }
  if (phone.jumpedAt >= now - CLOSING_QUERY_AGE) return;
  const { states } = reads.of(foldNumber(after.bill));
  if (!states.some(({ sentAt }) => now - sentAt <= CLOSING_QUERY_AGE)) {
    broken('closing after a query', 'no answered query in the last 10 s');
  }
}

/** 重新扫码 appears when a read after "declined" equals the baseline. */
function judgeUnmoved(change: Change, broken: Broken): void {
  const { after, before, reads, now } = change;
  const enteredAt = before?.state === 'declined' ? change.enteredAt : now;
  const { states, receipts } = reads.of(foldNumber(after.bill));
  const { payState, figures } = after.baseline;
  const sameState = states.some(
    (state) =>
      state.sentAt >= enteredAt &&
      (state.payState === payState || state.payState === null || payState === null),
  );
  const sameReal =
    figures === null ||
    receipts.some(({ sentAt, real }) => sentAt >= enteredAt && real === figures.collected);
  if (!sameState || !sameReal) broken('declined is checked', 'no read since equals the baseline');
}

/** "Failed, you may try again" only where nothing was charged. */
export function judgeTryAgain(
  { after, before, post }: Pick<Change, 'after' | 'before' | 'post'>,
  verdicts: Verdicts,
  broken: Broken,
): void {
  if (post === null || post.chargedAt === null || !saysTryAgain(after)) return;
  if (before !== null && saysTryAgain(before)) return;
  if (after.state === 'declined' && post.deliveries > 1) verdicts.count('declinedButCharged');
  else if (post.told === 'staleClock' && post.deliveries > 1) {
    verdicts.count('staleClockButCharged');
  } else
    broken('failed only with proof', `${after.state}, but ${post.chargedFen} fen were charged`);
}
