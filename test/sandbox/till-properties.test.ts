import fc from 'fast-check';
import { defaultSeed } from '../../sandbox/seed';
import { Counter } from './support/till';

const bills = defaultSeed.bills.map((bill) => bill.number);
const customers = defaultSeed.customers.map((customer) => customer.id);

/** One thing that may happen in a shop. `code` is drawn from all codes ever seen. */
type Step =
  | { do: 'collect'; bill: string; customer: string; fen: number; processing: boolean }
  | { do: 'again'; bill: string; pick: number; fen: number }
  | { do: 'confirm' | 'cancel'; pick: number }
  | { do: 'cash'; bill: string; fen: number }
  | { do: 'ask'; customer: string; on: boolean }
  | { do: 'wait'; ms: number };

const bill = fc.constantFrom(...bills);
const customer = fc.constantFrom(...customers);
const fen = fc.oneof(fc.integer({ min: -1, max: 3000 }), fc.integer({ min: 1, max: 1_500_000 }));
const pick = fc.nat(50);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('collect' as const), bill, customer, fen, processing: fc.boolean() }),
  fc.record({ do: fc.constant('again' as const), bill, pick, fen }),
  fc.record({ do: fc.constantFrom('confirm' as const, 'cancel' as const), pick }),
  fc.record({ do: fc.constant('cash' as const), bill, fen }),
  fc.record({ do: fc.constant('ask' as const), customer, on: fc.boolean() }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 70_000 }) }),
);

/** A counter that remembers every code and every cancelled payment. */
class Day extends Counter {
  readonly codes: string[] = [];
  readonly cancelled = new Set<number>();

  take(next: Step): void {
    const request = { by: '1001' };
    switch (next.do) {
      case 'collect': {
        const code = this.wallet.currentCode(next.customer).text;
        this.codes.push(code);
        const wish = next.processing ? ({ kind: 'processing', ms: 20_000 } as const) : undefined;
        this.till.collect({ ...request, code, billNumber: next.bill, fen: next.fen }, wish);
        return;
      }
      case 'again': {
        const code = this.codes[next.pick % Math.max(1, this.codes.length)] ?? '';
        this.till.collect({ ...request, code, billNumber: next.bill, fen: next.fen });
        return;
      }
      case 'confirm':
      case 'cancel': {
        const all = this.till.confirmations();
        const serial = all[next.pick % Math.max(1, all.length)]?.serial ?? 0;
        if (this.till[next.do](serial) === 'cancelled') this.cancelled.add(serial);
        return;
      }
      case 'cash':
        this.till.collectElsewhere(next.bill, next.fen, 'cash', '收银台');
        return;
      case 'ask': {
        const who = this.wallet.customer(next.customer);
        if (who) who.askPassword = next.on;
        return;
      }
      case 'wait':
        this.clock.advance(next.ms);
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Checked after every step, so a shrunk example ends at the step that broke it. */
function check(day: Day): void {
  const collected = sum(bills.map((number) => day.collected(number)));
  const before = sum(defaultSeed.bills.map((each) => each.collectedBeforeFen));
  const charges = day.till.ledger.charges();
  const wechat = charges.filter((charge) => charge.channel === 'wechat');

  // Every fen on a bill is in the ledger, and every WeChat fen left a balance.
  expect(collected - before).toBe(sum(charges.map((charge) => charge.fen)));
  const spent = sum(defaultSeed.customers.map((each) => each.balanceFen - day.balance(each.id)));
  expect(spent).toBe(sum(wechat.map((charge) => charge.fen)));
  // One code, one charge; one serial, one charge.
  expect(new Set(wechat.map((charge) => charge.code)).size).toBe(wechat.length);
  expect(new Set(charges.map((charge) => charge.serial)).size).toBe(charges.length);
  // Nobody goes into debt, nothing negative is charged.
  expect(customers.every((id) => day.balance(id) >= 0)).toBe(true);
  expect(charges.every((charge) => Number.isInteger(charge.fen) && charge.fen > 0)).toBe(true);
  // A payment asked about moves money exactly when it is paid, and within its time.
  for (const item of day.till.confirmations()) {
    const charge = charges.find((each) => each.serial === item.serial);
    expect(charge !== undefined).toBe(item.state === 'paid');
    if (charge) expect(charge.at).toBeLessThanOrEqual(item.endsAt);
    if (item.state === 'waiting') expect(item.endsAt).toBeGreaterThan(day.clock.now());
  }
  expect(charges.some((charge) => day.cancelled.has(charge.serial))).toBe(false);
  // "3" exactly when nothing remains.
  for (const number of bills) {
    const figures = day.till.figures(number);
    expect(figures?.payState === '3').toBe(figures?.remainingFen === 0);
  }
}

test('whatever happens in a day, no money appears, vanishes or is charged twice', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const day = new Day();
      for (const next of steps) {
        day.take(next);
        check(day);
      }
    }),
    { numRuns: 150 },
  );
});
