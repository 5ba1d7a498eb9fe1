import type { Charge } from '../../../sandbox';
import type { Attempt } from '../../../miniprogram/core/attempt';

/** What of an attempt is compared with the ledger. */
export type ToldAttempt = Pick<Attempt, 'id' | 'bill' | 'amount' | 'state' | 'paymentNumber'>;

/** The same where several tills, each with its own user, work on one bill. */
export type TillsAttempt = ToldAttempt & Pick<Attempt, 'proof' | 'user'>;

/** The app says itself that money may have moved, or tells it by a person's word. */
const OPEN = ['submitted', 'awaiting', 'unknown', 'unresolved', 'conflict', 'staffPaid'];

/**
 * Compares what the app says with the money that moved by payment code: every collected attempt is
 * one charge of the same amount on the same bill, and any other charge belongs to an attempt that the
 * app still calls open or staff call paid. Collected without money, and money nobody knows of, are the two great sins.
 *
 * @returns what disagrees, in words; empty when all is well
 */
export function disagreements(
  charges: readonly Charge[],
  attempts: readonly ToldAttempt[],
): string[] {
  const left = charges.filter(({ channel }) => channel === 'wechat');
  const problems: string[] = [];
  const take = (attempt: ToldAttempt): boolean => {
    const index = left.findIndex((charge) => fits(charge, attempt));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  for (const attempt of attempts.filter(({ state }) => state === 'collected')) {
    if (!take(attempt)) problems.push(`${words(attempt)}: collected, but no money moved`);
  }
  for (const attempt of attempts.filter(({ state }) => OPEN.includes(state))) take(attempt);
  for (const charge of left) {
    problems.push(`${charge.billNumber} ${charge.fen}: charged, but the app knows nothing of it`);
  }
  return problems;
}

/**
 * The same for tills that do not know of each other. What a till has concluded from the bill may be
 * the other till's money (it is labelled so), but what it calls its own answer is its own charge.
 *
 * @returns what disagrees, in words; empty when all is well
 */
export function disagreementsOfTills(
  charges: readonly Charge[],
  attempts: readonly TillsAttempt[],
): string[] {
  const left = charges.filter(({ channel }) => channel === 'wechat');
  const problems: string[] = [];
  const take = (attempt: TillsAttempt): boolean => {
    const index = left.findIndex((charge) => charge.by === attempt.user && fits(charge, attempt));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const collected = attempts.filter(({ state }) => state === 'collected');
  for (const attempt of collected.filter((one) => !isByBill(one))) {
    if (!take(attempt)) problems.push(`${words(attempt)}: its own answer, but not its own charge`);
  }
  for (const attempt of collected.filter(isByBill)) {
    const money = charges.filter(({ billNumber }) => billNumber === attempt.bill);
    const sum = money.reduce((fen, charge) => fen + charge.fen, 0);
    if (!take(attempt) && sum < attempt.amount) {
      problems.push(`${words(attempt)}: collected, but no money moved`);
    }
  }
  for (const attempt of attempts.filter(({ state }) => OPEN.includes(state))) take(attempt);
  for (const charge of left) {
    problems.push(`${charge.billNumber} ${charge.fen}: charged, but no till knows of it`);
  }
  return problems;
}

const isByBill = ({ proof }: TillsAttempt): boolean =>
  proof === 'billState' || proof === 'receiptGrowth';

function fits(charge: Charge, { bill, amount, paymentNumber, state }: ToldAttempt): boolean {
  const sameNumber = paymentNumber === null || paymentNumber === String(charge.serial);
  return (
    // The server answers to either case.
    charge.billNumber.toUpperCase() === bill.toUpperCase() &&
    charge.fen === amount &&
    (sameNumber || state !== 'collected')
  );
}

const words = ({ bill, amount }: ToldAttempt): string => `${bill} ${amount}`;
