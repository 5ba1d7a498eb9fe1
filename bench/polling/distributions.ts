import { type Fraction, normal } from './random';

/** One kind of customer: log-normal times of confirmation. */
export interface Customers {
  /** Share of all payments, 0 to 1. */
  readonly share: number;
  /** Half of them have confirmed by then, s after errcode 1. */
  readonly median: number;
  /** Standard deviation of the logarithm: 90 % lie between median ÷ and × e^(1.645 · spread). */
  readonly spread: number;
}

/** When customers who were asked for their password confirm; who is left over never does. */
export interface Distribution {
  readonly name: string;
  readonly customers: readonly Customers[];
  /** WeChat revokes an open order about then, s: later draws are drawn again. */
  readonly revokedAfter: number;
}

/** What payment-safety.md says: about 5–20 s, a long tail to 45 s, some never. */
const stated: Distribution = {
  name: 'stated',
  customers: [
    { share: 0.87, median: 10, spread: 0.42 },
    { share: 0.1, median: 24, spread: 0.35 },
  ],
  revokedAfter: 45,
};

/** Older customers, weak networks, a card to choose first. */
const slow: Distribution = {
  name: 'slow',
  customers: [
    { share: 0.78, median: 14, spread: 0.45 },
    { share: 0.16, median: 30, spread: 0.3 },
  ],
  revokedAfter: 45,
};

/** Fingerprint or face instead of six digits. */
const quick: Distribution = {
  name: 'quick',
  customers: [
    { share: 0.94, median: 5, spread: 0.5 },
    { share: 0.05, median: 15, spread: 0.5 },
  ],
  revokedAfter: 45,
};

/** The first is the one the goal is about; the others show how far the result depends on it. */
export const distributions: readonly [Distribution, ...Distribution[]] = [stated, slow, quick];

/** Share of payments that are never confirmed, 0 to 1. */
export function neverShare({ customers }: Distribution): number {
  return 1 - customers.reduce((sum, { share }) => sum + share, 0);
}

/**
 * When one payment is confirmed as the server sees it, ms after errcode 1; infinite: never.
 */
export function drawConfirmation(distribution: Distribution, random: Fraction): number {
  let drawn = random();
  for (const { share, median, spread } of distribution.customers) {
    drawn -= share;
    if (drawn >= 0) continue;
    for (;;) {
      const seconds = median * Math.exp(spread * normal(random));
      if (seconds <= distribution.revokedAfter) return seconds * 1000;
    }
  }
  return Infinity;
}

/** In words and figures, for the report. */
export function describe(distribution: Distribution): string {
  const kinds = distribution.customers.map(({ share, median, spread }) => {
    const reach = Math.exp(1.645 * spread);
    const from = (median / reach).toFixed(0);
    const to = Math.min(median * reach, distribution.revokedAfter).toFixed(0);
    return `${percent(share)} log-normal (median ${median} s, sigma ${spread}: mostly ${from}–${to} s)`;
  });
  const never = `${percent(neverShare(distribution))} never`;
  return `${kinds.join(' + ')} + ${never}, cut at ${distribution.revokedAfter} s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
