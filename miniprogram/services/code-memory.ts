import type { PaymentCode } from '../core/payment-code';

/** Remembers in memory which payment codes went into a call (docs/payment-safety.md, invariant 1). */
export interface CodeMemory {
  has(code: PaymentCode): boolean;
  remember(code: PaymentCode): void;
}

/** Far more than a till can scan in the two minutes for which a code must be refused. */
export const REMEMBERED_CODES = 200;

/**
 * Counts instead of looking at the clock: a clock set forward would forget a code that the customer
 * still shows. Codes are used once and live for a minute, so remembering them longer refuses nothing.
 */
export function createCodeMemory(): CodeMemory {
  const codes = new Set<PaymentCode>();
  return {
    has: (code) => codes.has(code),
    remember(code) {
      codes.delete(code);
      codes.add(code);
      const [oldest] = codes;
      if (oldest !== undefined && codes.size > REMEMBERED_CODES) codes.delete(oldest);
    },
  };
}
