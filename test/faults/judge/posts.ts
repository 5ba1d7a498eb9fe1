import type { Attempt } from '../../../miniprogram/core/attempt';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { fenOf, foldNumber } from '../model/bills';
import { undisguise } from '../model/fake-crypto-js';
import type { Post } from '../model/post';
import type { World } from '../run/world';
import type { Watched } from './judge';
import { mustBlock, saysTryAgain } from './rules';
import type { Verdicts } from './verdicts';

/** How old the read before the call may be, ms. */
const FRESH = 10_000;
/** A scanner may be open this long: a jump of the clock meanwhile hides how old the read is. */
const WHILE_SCANNING = 120_000;

/**
 * The barcode call is leaving: the one moment at which money can be charged twice (invariants 1, 2,
 * 4, 5, 6 and 7).
 *
 * @returns the call as the model keeps it
 */
export function judgePost(
  world: World,
  watched: Watched,
  request: HttpRequest,
  earlier: readonly Post[],
  verdicts: Verdicts,
): Post {
  const { phone } = watched;
  const body = request.body ?? '';
  const fields = JSON.parse(body) as Record<string, unknown>;
  const bill = foldNumber(String(fields['billnum']));
  const code = undisguise(String(fields['wechatbarcode']));
  const broken = (rule: string, text: string): void => {
    verdicts.add(rule, `${phone.name} charges ${bill}: ${text}`);
  };
  const run = phone.process?.run ?? 0;
  const { tapped } = phone;
  const fen = tapped?.fen ?? 0;

  const sentIn = watched.codes.get(code);
  if (sentIn === run) broken('one call a code', 'the code was sent before');
  else if (sentIn !== undefined) verdicts.count('codeAgainAfterKill');
  watched.codes.set(code, run);
  if (request.url.includes(code) || body.includes(code)) broken('no code in clear', 'in the call');
  const wire = fenOf(/"paymentvalue":([^,}]*)/.exec(body)?.[1] ?? '');
  if (wire !== fen) broken('sums never drift', `typed ${fen} fen, sent ${wire}`);
  if (tapped === null || tapped.bill !== bill) broken('the bill staff chose', tapped?.bill ?? '');

  if (!phone.process?.services?.attempts.loaded()) {
    broken('the journal is read before a charge', 'it is not');
  }
  const attempt = takeUnsent(watched, bill, fen, code);
  if (attempt === null) broken('submitted is durable before the call', 'no record in storage');
  judgeFresh(world, watched, bill, fen, broken);
  judgeFree(watched, bill, attempt?.id ?? '', earlier, verdicts, broken);
  return {
    id: earlier.length,
    till: phone.name,
    run,
    server: phone.serverUrl,
    bill,
    fen,
    code,
    sentAt: world.timeline.now,
    attemptId: attempt?.id ?? `lost ${earlier.length}`,
    fault: null,
    deliveries: 0,
    told: 'nothing',
    chargedAt: null,
    chargedFen: 0,
    waiting: false,
    serial: null,
    excused: false,
  };
}

type Broken = (rule: string, text: string) => void;

/** Invariant 2: the durable record this call stands for. */
function takeUnsent(watched: Watched, bill: string, fen: number, code: string): Attempt | null {
  const attempt = watched.unsent.find(
    (one) =>
      one.state === 'submitted' &&
      foldNumber(one.bill) === bill &&
      one.amount === fen &&
      one.maskedCode.startsWith(code.slice(0, 2)) &&
      one.maskedCode.endsWith(code.slice(-2)),
  );
  watched.unsent = [];
  return attempt ?? null;
}

/** Invariant 5: the state, and the receipt where it is read, at most 10 s old; and they allow it. */
function judgeFresh(
  world: World,
  { phone, reads }: Watched,
  bill: string,
  fen: number,
  broken: Broken,
): void {
  const { now } = world.timeline;
  if (phone.jumpedAt >= now - WHILE_SCANNING) return;
  const { states, receipts } = reads.of(bill);
  const state = states.find(({ sentAt }) => now - sentAt <= FRESH);
  if (state === undefined) broken('fresh read before the call', 'none in the last 10 s');
  if (states[states.length - 1]?.payState === '3') broken('fresh read before the call', 'state 3');
  if (!phone.variant.readReceipt) return;
  const receipt = receipts.filter(({ sentAt }) => now - sentAt <= FRESH + 500);
  if (receipt.length === 0) broken('fresh read before the call', 'no receipt in the last 10 s');
  const above = receipt.every(({ cost, real }) => fen > cost - real);
  if (receipt.length > 0 && above) broken('no more than remains', `${fen} fen`);
}

/** Invariant 4: nothing on this bill is open on this phone; and the truth behind it. */
function judgeFree(
  { phone }: Watched,
  bill: string,
  id: string,
  earlier: readonly Post[],
  verdicts: Verdicts,
  broken: Broken,
): void {
  const attempts = phone.process?.services?.attempts;
  if (!attempts) return;
  const onBill = attempts
    .all()
    .filter((one) => one.server === phone.serverUrl && foldNumber(one.bill) === bill);
  const blocking = onBill.find((one) => one.id !== id && mustBlock(one));
  if (blocking !== undefined) {
    broken('a blocked bill is not charged', `${blocking.id.slice(0, 6)} is ${blocking.state}`);
  }
  for (const post of earlier) {
    if (post.till !== phone.name || post.server !== phone.serverUrl || post.bill !== bill) continue;
    if (post.chargedAt === null && !post.waiting) continue;
    const shown = attempts.get(post.attemptId);
    if (shown === null && post.excused) verdicts.count('chargedAfterClearing');
    else if (shown === null) broken('a blocked bill is not charged', 'an open call is forgotten');
    else if (saysTryAgain(shown)) verdicts.count('secondChargeAllowedByRules');
  }
}
