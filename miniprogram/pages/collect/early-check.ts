import { problemText } from '../../services/problem-text';
import { sentences, words } from '../../config/words';
import { type BillNumber, sameBill } from '../../core/bill';
import { judgeAmount } from '../../core/bill-account';
import { amountOf } from '../../core/collect-form';
import { displayYuan, fen, type Fen } from '../../core/money';
import { showServerDecimal } from '../../core/server-decimal';
import type { Services } from '../../services/services';
import { billView } from './bill-view';

/** What the figures on the page say before the scanner opens. */
export type EarlyCheck =
  | { readonly kind: 'goOn' }
  /** Words for staff; '' when they said no themselves. */
  | { readonly kind: 'stop'; readonly words: string };

/** A question to staff before the scanner opens. */
export interface Question {
  readonly title: string;
  readonly content: string;
}

const GO_ON: EarlyCheck = { kind: 'goOn' };

/**
 * Waits for the figures that are being read; what is not read in time is not asked about. Refuses what
 * the server's figures speak against, after reading them anew; asks about what only this
 * phone's figures speak against. The charge itself reads the bill once more and has the last word.
 *
 * @param ask puts the question to staff, once for the same bill and amount
 */
export async function checkEarly(
  all: Services,
  bill: BillNumber,
  amount: Fen,
  ask: (question: Question) => Promise<boolean>,
): Promise<EarlyCheck> {
  const { desk, draft } = all;
  const before = desk.current();
  // The tap may have come before the field has told that typing is over.
  if (before.kind === 'none' || !sameBill(before.bill, bill)) desk.open(bill);
  await desk.settled();
  const onDesk = desk.current();
  if (onDesk.kind === 'read' && sameBill(onDesk.bill, bill)) {
    if (isRefused(all, amount)) {
      await desk.reload();
      const now = desk.current();
      if (now.kind === 'failed') return { kind: 'stop', words: problemText(now.problem) };
      if (isRefused(all, amount)) {
        return { kind: 'stop', words: billView(all, draft.get()).hint };
      }
    }
    const question = doubt(all, amount);
    if (question !== null && !(await ask(question))) return { kind: 'stop', words: '' };
  }
  // A launch link may have filled in another bill meanwhile, or staff another amount.
  const form = draft.get();
  const same = sameBill(form.bill, bill) && amountOf(form) === amount;
  return same ? GO_ON : { kind: 'stop', words: '' };
}

function isRefused({ desk }: Services, amount: Fen): boolean {
  const account = desk.account();
  const nothing = desk.nothingToCollect();
  if (nothing === 'collected') return true;
  if (account?.source !== 'receipt') return false;
  return nothing === 'empty' || judgeAmount(account, amount) === 'above';
}

/** Null when there is nothing to ask staff. */
function doubt({ desk }: Services, amount: Fen): Question | null {
  const account = desk.account();
  if (account === null || judgeAmount(account, amount) !== 'doubtful') return null;
  const { due, collected, remaining, uncounted } = account;
  const asked = displayYuan(amount);
  if (uncounted > 0 && remaining !== null) {
    const left = displayYuan(fen(Math.max(0, remaining - uncounted)));
    const content = sentences.aboveUncounted(asked, displayYuan(uncounted), left);
    return { title: words.collect.uncountedTitle, content };
  }
  const text = (figure: typeof due): string =>
    figure === null ? words.notRead : showServerDecimal(figure);
  const content = sentences.aboveDoubtful(asked, text(due), text(collected));
  return { title: words.collect.doubtTitle, content };
}

/** WeChat's own dialogue; anything but its confirming key is a no. */
export async function askToGoOn({ title, content }: Question): Promise<boolean> {
  const { doubtGoOn: confirmText, doubtStop: cancelText } = words.collect;
  const answer = await wx.showModal({ title, content, confirmText, cancelText }).catch(() => null);
  return answer?.confirm === true;
}
