import { LOAD_WINDOW, LONGEST_LIFE, PAYMENTS_PER_TILL_AND_HOUR } from './assumptions';
import { runPayment } from './payment';
import type { Policy } from './policies';
import type { Fraction } from './random';

const HOUR = 3_600_000;
const SECOND = 1_000;
/** Queries are counted in slots of this, ms; a peak is the fullest second of neighbouring slots. */
const SLOT = 100;

/** Queries per second that a number of tills send on average. */
export function meanLoad(tills: number, queriesPerPayment: number): number {
  return ((tills * PAYMENTS_PER_TILL_AND_HOUR) / 3600) * queriesPerPayment;
}

/**
 * Most queries in any one second of the window when payments start at any time.
 *
 * @param draw when a payment is confirmed, ms since errcode 1
 */
export function peakLoad(
  policy: Policy,
  tills: number,
  draw: () => number,
  random: Fraction,
): number {
  // Payments that began before the window still ask within it.
  const span = LONGEST_LIFE + LOAD_WINDOW;
  const payments = Math.round((tills * PAYMENTS_PER_TILL_AND_HOUR * span) / HOUR);
  const slots = new Uint32Array(LOAD_WINDOW / SLOT);
  for (let payment = 0; payment < payments; payment += 1) {
    const startedAt = random() * span - LONGEST_LIFE;
    runPayment(policy, draw(), random, (sentAt) => count(slots, startedAt + sentAt));
  }
  return fullestSecond(slots);
}

/**
 * Largest share of tills that ask within one second when all were answered errcode 1 at the same
 * moment, as when an outage ends. The query that is due at once is left out: it is a rule.
 *
 * @param draw when a payment is confirmed, ms since errcode 1
 */
export function peakInStep(
  policy: Policy,
  tills: number,
  draw: () => number,
  random: Fraction,
): number {
  const slots = new Uint32Array(LONGEST_LIFE / SLOT);
  for (let till = 0; till < tills; till += 1) {
    runPayment(policy, draw(), random, (sentAt) => {
      if (sentAt >= SECOND) count(slots, sentAt);
    });
  }
  return fullestSecond(slots) / tills;
}

function count(slots: Uint32Array, at: number): void {
  const slot = Math.floor(at / SLOT);
  // Outside the window there is no slot.
  if (slot >= 0 && slot < slots.length) slots[slot] = (slots[slot] ?? 0) + 1;
}

function fullestSecond(slots: Uint32Array): number {
  const width = SECOND / SLOT;
  let sum = 0;
  let fullest = 0;
  slots.forEach((queries, slot) => {
    sum += queries - (slot >= width ? (slots[slot - width] ?? 0) : 0);
    fullest = Math.max(fullest, sum);
  });
  return fullest;
}
