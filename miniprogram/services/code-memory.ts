import type { PaymentCode } from '../core/payment-code';

/** Remembers in memory, for a short time, which payment codes went into a call (invariant 1). */
export interface CodeMemory {
  has(code: PaymentCode, now: number): boolean;
  remember(code: PaymentCode, now: number): void;
}

/** @param span how long a code is remembered, ms */
export function createCodeMemory(span: number): CodeMemory {
  const usedAt = new Map<PaymentCode, number>();
  const forgetOld = (now: number): void => {
    for (const [code, at] of Array.from(usedAt)) if (now - at > span) usedAt.delete(code);
  };
  return {
    has(code, now) {
      forgetOld(now);
      return usedAt.has(code);
    },
    remember(code, now) {
      usedAt.set(code, now);
    },
  };
}
