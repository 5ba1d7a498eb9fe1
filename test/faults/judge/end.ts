import type { Attempt } from '../../../miniprogram/core/attempt';
import type { Phone } from '../phone/phone';
import type { World } from '../run/world';
import { ignoresEvidence } from './evidence-used';
import type { Watched } from './judge';
import { isOpen, isOwnProof } from './rules';

/** Where the money that was really charged stands at the end, fen. */
export interface Money {
  charged: number;
  /** Shown as collected, with the server's own answer as proof. */
  bySystem: number;
  /** Shown as collected 按单据状态. */
  byBill: number;
  /** 人工确认. */
  byStaff: number;
  /** Visibly unresolved: nobody was told anything. */
  unresolved: number;
  /** Shown as a conflict. */
  conflict: number;
  /** Staff said "not paid", wrongly or too early, and no evidence came. */
  staffSaidNotPaid: number;
  /** Counted under the residual risks. */
  residual: number;
  /** Its record was cleared or damaged: the app cannot know. */
  forgotten: number;
}

export function noMoney(): Money {
  return {
    charged: 0,
    bySystem: 0,
    byBill: 0,
    byStaff: 0,
    unresolved: 0,
    conflict: 0,
    staffSaidNotPaid: 0,
    residual: 0,
    forgotten: 0,
  };
}

/** Staff look at the phone every few seconds, ms. */
const TIME_TO_SIGN_IN = 15_000;

/** When everything has calmed down: nothing is lost, nothing hangs, and the sums agree. */
export function judgeEnd(world: World, watched: Watched, money: Money): void {
  const { phone } = watched;
  const { verdicts } = world.judge;
  const services = phone.process?.services;
  const broken = (rule: string, attempt: Attempt, text: string): void => {
    verdicts.add(rule, `${phone.name} ${attempt.id.slice(0, 6)} on ${attempt.bill}: ${text}`);
  };
  // A shift that has ended this moment: nobody has had the time to sign in again.
  const atWork = world.timeline.now - phone.atWorkAt <= TIME_TO_SIGN_IN;
  if (!services?.attempts.loaded() || !atWork) {
    verdicts.add('the app comes back', `${phone.name} is not at work at the end`);
    return;
  }
  const disk = watched.disk.all(phone.disk);
  for (const attempt of services.attempts.all()) {
    const stored = disk.get(attempt.id)?.attempt;
    const excused = watched.known.get(attempt.id)?.excused === true;
    if (!excused && stored?.state !== attempt.state) {
      broken(
        'every change is written',
        attempt,
        `${attempt.state}, stored ${stored?.state ?? '-'}`,
      );
    }
    const here = attempt.server === phone.serverUrl;
    if (here) judgeSettled(attempt, phone, broken);
    if (here && ignoresEvidence(watched, attempt, services.attempts.all())) {
      broken('evidence is used', attempt, `${attempt.state}, though the bill is complete`);
    }
    judgeShown(world, attempt, broken);
  }
  for (const post of world.judge.posts) {
    if (post.till !== phone.name || post.chargedAt === null) continue;
    const attempt = services.attempts.get(post.attemptId);
    money.charged += post.chargedFen;
    if (attempt === null) {
      if (!post.excused) verdicts.add('no attempt disappears', `${phone.name} ${post.attemptId}`);
      money.forgotten += post.chargedFen;
      continue;
    }
    const place = placeOf(attempt);
    // What a record that was set back by damage says is not the app's fault.
    if (place === 'lost' && !post.excused) {
      broken('no payment is lost', attempt, `charged, shown as ${attempt.state}`);
    }
    money[place === 'lost' ? 'forgotten' : place] += post.chargedFen;
    if (attempt.amount !== post.chargedFen) {
      broken('sums never drift', attempt, `${post.chargedFen} charged, ${attempt.amount} shown`);
    }
  }
}

type Broken = (rule: string, attempt: Attempt, text: string) => void;

/** Invariant 8: settled, closed by staff, or visibly unresolved. */
function judgeSettled(attempt: Attempt, phone: Phone, broken: Broken): void {
  const services = phone.process?.services;
  if (isOpen(attempt) && attempt.state !== 'unresolved' && !clockHoldsUp(attempt, phone)) {
    const problem = services?.watcher.asking(attempt.id).problem?.code ?? '';
    broken('every attempt ends', attempt, `still ${attempt.state} ${problem}`);
  }
  const { payState, figures } = attempt.baseline;
  // A baseline that said nothing can never be compared: the bill stays blocked, as the rules say.
  const comparable = payState !== null || figures !== null;
  const hangs = attempt.state === 'declined' && attempt.recheck !== 'unmoved' && comparable;
  if (hangs && !clockHoldsUp(attempt, phone)) {
    broken('every attempt ends', attempt, `declined, the bill still ${attempt.recheck ?? ''}`);
  }
  if (
    attempt.state === 'collected' &&
    attempt.billComplete === null &&
    !clockHoldsUp(attempt, phone)
  ) {
    broken('every attempt ends', attempt, 'it is not known whether the bill is complete');
  }
}

/** A clock that was set back stands before the attempt's own times: nothing can be concluded yet. */
function clockHoldsUp(attempt: Attempt, phone: Phone): boolean {
  return phone.clock() - Math.max(attempt.stateAt, attempt.submittedAt ?? 0) < 120_000;
}

/** Money that the app shows and that never came. */
function judgeShown(world: World, attempt: Attempt, broken: Broken): void {
  const post = world.judge.postOf.get(attempt.id);
  const charged = (post?.chargedAt ?? null) !== null;
  if (attempt.state === 'collected' && !charged) {
    if (isOwnProof(attempt)) broken('collected only with evidence', attempt, 'nothing was charged');
    else world.judge.verdicts.count('byBillButPaidElsewhere');
  }
  if (attempt.state === 'staffPaid' && !charged) {
    world.judge.verdicts.count('staffPaidButNotCharged');
  }
  if (attempt.state === 'staffNotPaid' && charged) {
    world.judge.verdicts.count('staffNotPaidButCharged');
  }
}

function placeOf(attempt: Attempt): Exclude<keyof Money, 'charged' | 'forgotten'> | 'lost' {
  switch (attempt.state) {
    case 'collected':
      return isOwnProof(attempt) ? 'bySystem' : 'byBill';
    case 'staffPaid':
      return 'byStaff';
    case 'staffNotPaid':
      return 'staffSaidNotPaid';
    case 'conflict':
      return 'conflict';
    case 'declined':
      return 'residual';
    case 'rejected':
      return attempt.rejectedReason === 'staleClock' ? 'residual' : 'lost';
    case 'prepared':
      return 'lost';
    default:
      return 'unresolved';
  }
}
