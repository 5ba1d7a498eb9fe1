import type { Clock, Instant } from './clock';
import type { Fen } from './money';
import {
  CODE_LIFETIME_MS,
  WECHAT_PAYMENT_CODE,
  randomCodeText,
  type IssuedCode,
} from './payment-code';
import type { Random } from './random';

/** Codes that expired this long ago are forgotten (a late scan is then 无效 instead of 已过期). */
const REMEMBER_EXPIRED_MS = 3_600_000;

/** A customer with a WeChat balance. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** In fen. */
  balanceFen: Fen;
  /** While true, WeChat asks this customer for the password before any money moves. */
  askPassword: boolean;
}

export type CodeRefusal = 'code-malformed' | 'code-unknown' | 'code-expired' | 'code-spent';

/** WeChat's half of the world: customers, their balances and the codes on their phones. */
export class Wallet {
  private readonly customersById = new Map<string, Customer>();
  private readonly codes = new Map<string, IssuedCode>();
  private readonly shown = new Map<string, IssuedCode>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    customers: readonly Customer[],
  ) {
    for (const customer of customers) this.customersById.set(customer.id, { ...customer });
  }

  customers(): Customer[] {
    return [...this.customersById.values()];
  }

  customer(id: string): Customer | undefined {
    return this.customersById.get(id);
  }

  /** The code on the phone's screen; a new one where the last has been spent or is over. */
  currentCode(customerId: string): IssuedCode {
    const code = this.shown.get(customerId);
    if (code && !code.spent && code.expiresAt > this.clock.now()) return code;
    return this.newCode(customerId);
  }

  /** Whether a phone shows a code that is no longer good. */
  showsStaleCode(): boolean {
    const now = this.clock.now();
    return [...this.shown.values()].some((code) => code.spent || code.expiresAt <= now);
  }

  /** Changes the code on the screen. The one before stays valid until its own minute is over. */
  newCode(customerId: string): IssuedCode {
    const code = this.issue(customerId, this.clock.now());
    this.shown.set(customerId, code);
    return code;
  }

  /** A code whose minute ended a second ago, for trying a late scan. The screen keeps its own. */
  expiredCode(customerId: string): IssuedCode {
    return this.issue(customerId, this.clock.now() - CODE_LIFETIME_MS - 1_000);
  }

  /** Takes a scanned code out of circulation. A code is spent by the first payment naming it. */
  spend(text: string): { customer: Customer } | { refusal: CodeRefusal } {
    if (!WECHAT_PAYMENT_CODE.test(text)) return { refusal: 'code-malformed' };
    const code = this.codes.get(text);
    const customer = code && this.customersById.get(code.customerId);
    if (!code || !customer) return { refusal: 'code-unknown' };
    if (code.spent) return { refusal: 'code-spent' };
    if (code.expiresAt <= this.clock.now()) return { refusal: 'code-expired' };
    code.spent = true;
    return { customer };
  }

  private issue(customerId: string, issuedAt: Instant): IssuedCode {
    this.forgetOld();
    let text = randomCodeText(this.random);
    while (this.codes.has(text)) text = randomCodeText(this.random);
    const expiresAt = issuedAt + CODE_LIFETIME_MS;
    const code: IssuedCode = { text, customerId, issuedAt, expiresAt, spent: false };
    this.codes.set(text, code);
    return code;
  }

  private forgetOld(): void {
    const oldest = this.clock.now() - REMEMBER_EXPIRED_MS;
    for (const code of this.codes.values()) {
      if (!code.spent && code.expiresAt < oldest) this.codes.delete(code.text);
    }
  }
}
