import { problemText } from '../../services/problem-text';
import { problemWords, sentences, words } from '../../config/words';
import { type BillAccount, judgeAmount, suggestedAmount } from '../../core/bill-account';
import { amountOf, type CollectForm, EMPTY_FORM } from '../../core/collect-form';
import { displayYuan, formatYuan, groupTyped } from '../../core/money';
import { type ServerDecimal, showServerDecimal } from '../../core/server-decimal';
import type { Services } from '../../services/services';

/** One of the bill's three figures. */
export interface FigureView {
  readonly label: string;
  /** Where it comes from when not from the receipt; '' else. */
  readonly source: string;
  readonly value: string;
  /** A tap takes it as the amount. */
  readonly fill: boolean;
}

/** What the home page shows of the bill and of the amount. */
export interface BillView {
  /** 应收, 已收, 待收. */
  readonly figures: readonly FigureView[];
  /** The rows and parts can be looked at. */
  readonly hasDetail: boolean;
  readonly readingBill: boolean;
  /** Why the bill could not be read; '' when it was, or is being read. */
  readonly readProblem: string;
  /** The amount as it is typed, grouped. */
  readonly amountText: string;
  /** Where an amount that staff did not type comes from; '' for a typed one. */
  readonly amountFrom: string;
  /** What speaks against collecting this amount on this bill. */
  readonly hint: string;
}

export function billView({ desk, session }: Services, form: CollectForm): BillView {
  const current = desk.current();
  // Found out by a part of the bill that could not be read: nothing else on the page tells it.
  const refused = current.kind === 'read' && session.current() === null && session.wasRefused();
  const account = desk.account();
  return {
    figures: figures(account, form),
    hasDetail: current.kind !== 'none',
    readingBill: current.kind === 'reading',
    readProblem: current.kind === 'failed' ? problemText(current.problem) : '',
    amountText: groupTyped(form.amount),
    amountFrom: amountFrom(form),
    hint: refused ? problemWords.sessionRefused : hint(desk.nothingToCollect(), account, form),
  };
}

function figures(account: BillAccount | null, form: CollectForm): FigureView[] {
  const { due, collected, remaining, byRows, collectedHere } = words.collect;
  const ownFigures = account?.source === 'rows';
  const left = account?.remaining ?? null;
  const suggestion = account === null ? null : suggestedAmount(account);
  return [
    figure(due, decimal(account?.due), ownFigures ? byRows : ''),
    figure(ownFigures ? collectedHere : collected, decimal(account?.collected)),
    {
      ...figure(remaining, left === null ? words.notRead : displayYuan(left)),
      fill: suggestion !== null && form.amount !== formatYuan(suggestion),
    },
  ];
}

/** The three figures before a bill has been read. */
export const NO_FIGURES = figures(null, EMPTY_FORM);

function figure(label: string, value: string, source = ''): FigureView {
  return { label, source, value, fill: false };
}

function decimal(figure: ServerDecimal | null | undefined): string {
  const text = figure ? showServerDecimal(figure) : '';
  return text === '' ? words.notRead : text;
}

function amountFrom({ amount, origin }: CollectForm): string {
  if (amount === '') return '';
  if (origin === 'filled' || origin === 'chosen') return words.collect.filled;
  if (origin === 'returned') return words.collect.returned;
  return origin === 'launch' ? words.collect.fromLink : '';
}

function hint(
  nothing: 'collected' | 'empty' | null,
  account: BillAccount | null,
  form: CollectForm,
): string {
  if (nothing === 'collected') return problemWords.billAlreadyCollected;
  if (nothing === 'empty') return words.collect.nothingDue;
  const amount = amountOf(form);
  const remaining = account?.remaining ?? null;
  const short = account !== null && account.uncounted > 0 ? words.partial.notCounted : '';
  if (account === null || remaining === null || amount === null) return short;
  return judgeAmount(account, amount) === 'above'
    ? sentences.aboveRemaining(displayYuan(remaining))
    : short;
}
