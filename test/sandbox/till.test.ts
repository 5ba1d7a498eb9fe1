import { Counter } from './support/till';

const MILK = 'XS20261122001';
const RICE = 'XS20261122002';
const PAID = 'XS20261122004';
const TELEVISION = 'XS20261122005';
const HALF = 'XS20261122006';
const SHIRTS = 'XS20261122007';

describe('bills', () => {
  test.each([
    [MILK, 2800, 0, 2800, '1'],
    [RICE, 10000, 0, 10000, '1'],
    ['XS20261122003', 3, 0, 3, '1'],
    [PAID, 4560, 4560, 0, '3'],
    [TELEVISION, 1234567, 0, 1234567, '1'],
    [HALF, 8550, 3000, 5550, '2'],
    [SHIRTS, 12900, 0, 12900, '1'],
    [' xs20261122001 ', 2800, 0, 2800, '1'],
  ])(
    '%s: due %i, collected %i, remaining %i, state %s',
    (number, due, collected, remaining, state) => {
      expect(new Counter().till.figures(number)).toMatchObject({
        dueFen: due,
        collectedFen: collected,
        remainingFen: remaining,
        payState: state,
      });
    },
  );
});

describe('collecting', () => {
  test('the whole bill at once', () => {
    const counter = new Counter();
    expect(counter.collect(MILK, 2800)).toMatchObject({ kind: 'collected', payState: '3' });
    expect(counter.balance('c1')).toBe(47200);
    expect(counter.till.ledger.charges()).toMatchObject([
      { billNumber: MILK, fen: 2800, channel: 'wechat', customerId: 'c1', by: '1001' },
    ]);
  });

  test('a part, then the rest', () => {
    const counter = new Counter();
    expect(counter.collect(RICE, 4000)).toMatchObject({ kind: 'collected', payState: '2' });
    expect(counter.collect(RICE, 6000)).toMatchObject({ kind: 'collected', payState: '3' });
    expect(counter.collected(RICE)).toBe(10000);
  });

  test.each([
    ['NOSUCHBILL', 100, 'c1', 'bill-unknown'],
    [MILK, 0, 'c1', 'amount-not-positive'],
    [MILK, -1, 'c1', 'amount-not-positive'],
    [MILK, 2801, 'c1', 'amount-above-remaining'],
    [PAID, 1, 'c1', 'bill-complete'],
    [MILK, 2800, 'c2', 'balance-too-low'],
  ])('%s for %i fen by %s is refused: %s', (bill, fen, customer, refusal) => {
    const counter = new Counter();
    const outcome = counter.collect(bill, fen, customer);
    expect(outcome).toMatchObject({ kind: 'refused', refusal });
    expect(outcome).toHaveProperty('words', expect.stringMatching(/\p{Script=Han}/u));
    expect(counter.till.ledger.charges()).toEqual([]);
  });

  test('more than remains, where the shop allows it', () => {
    const counter = new Counter();
    counter.overpay = true;
    expect(counter.collect(MILK, 3000)).toMatchObject({ kind: 'collected', payState: '3' });
    expect(counter.till.figures(MILK)).toMatchObject({ collectedFen: 3000, remainingFen: 0 });
  });

  test('a refusal by the till leaves the code good; a try at WeChat spends it', () => {
    const counter = new Counter();
    const code = counter.wallet.currentCode('c2').text;
    const request = { code, fen: 2801, billNumber: MILK, by: '1001' };
    expect(counter.till.collect(request)).toMatchObject({ refusal: 'amount-above-remaining' });
    expect(counter.till.collect({ ...request, fen: 900 })).toMatchObject({
      refusal: 'balance-too-low',
    });
    expect(counter.till.collect({ ...request, fen: 1 })).toMatchObject({ refusal: 'code-spent' });
  });

  test('a decline chosen by the tester charges nothing', () => {
    const counter = new Counter();
    const declined = { kind: 'declined', words: '余额不足' } as const;
    expect(counter.collect(MILK, 2800, 'c1', declined)).toMatchObject({
      kind: 'refused',
      words: '余额不足',
    });
    expect(counter.balance('c1')).toBe(50000);
  });
});

describe('asking for the password', () => {
  function asked(): { counter: Counter; serial: number } {
    const counter = new Counter();
    const outcome = counter.collect(MILK, 2800, 'c3');
    if (outcome.kind !== 'undecided') throw new Error('not asked');
    return { counter, serial: outcome.serial };
  }

  test('money moves when the customer confirms, then and only then', () => {
    const { counter, serial } = asked();
    expect(counter.till.figures(MILK)).toMatchObject({ collectedFen: 0, payState: '1' });
    counter.clock.advance(44_999);
    expect(counter.till.ledger.charges()).toEqual([]);
    expect(counter.till.confirm(serial)).toBe('paid');
    expect(counter.till.ledger.charges()).toMatchObject([
      { serial, fen: 2800, at: counter.clock.now() },
    ]);
    expect(counter.till.confirm(serial)).toBe('not-waiting');
    expect(counter.till.ledger.charges()).toHaveLength(1);
  });

  test('never after the customer cancelled', () => {
    const { counter, serial } = asked();
    expect(counter.till.cancel(serial)).toBe('cancelled');
    expect(counter.till.confirm(serial)).toBe('not-waiting');
    counter.clock.advance(3_600_000);
    expect(counter.collected(MILK)).toBe(0);
  });

  test('never after 45 seconds', () => {
    const { counter, serial } = asked();
    counter.clock.advance(45_000);
    expect(counter.till.confirm(serial)).toBe('not-waiting');
    expect(counter.till.confirmations()).toMatchObject([{ state: 'revoked' }]);
    expect(counter.collected(MILK)).toBe(0);
  });

  test('with too little money the payment goes on waiting', () => {
    const { counter, serial } = asked();
    const customer = counter.wallet.customer('c3');
    if (customer) customer.balanceFen = 1;
    expect(counter.till.confirm(serial)).toBe('balance-too-low');
    if (customer) customer.balanceFen = 2800;
    expect(counter.till.confirm(serial)).toBe('paid');
    expect(counter.balance('c3')).toBe(0);
  });

  test('two waiting payments, both confirmed, collect too much: nobody sets money aside', () => {
    const counter = new Counter();
    counter.collect(MILK, 2800, 'c3');
    counter.collect(MILK, 2800, 'c3');
    for (const { serial } of counter.till.confirmations()) counter.till.confirm(serial);
    expect(counter.collected(MILK)).toBe(5600);
  });
});

describe('WeChat takes its time (a fault)', () => {
  test('the money moves at its own moment, whoever looks later', () => {
    const counter = new Counter();
    const start = counter.clock.now();
    counter.collect(MILK, 2800, 'c1', { kind: 'processing', ms: 8_000 });
    counter.clock.advance(7_999);
    expect(counter.collected(MILK)).toBe(0);
    counter.clock.advance(60_000);
    expect(counter.collected(MILK)).toBe(2800);
    expect(counter.till.ledger.charges()).toMatchObject([{ at: start + 8_000 }]);
  });

  test('it cannot be confirmed or cancelled', () => {
    const counter = new Counter();
    counter.collect(MILK, 2800, 'c1', { kind: 'processing', ms: 8_000 });
    const [waiting] = counter.till.confirmations();
    expect(counter.till.confirm(waiting?.serial ?? 0)).toBe('not-waiting');
    expect(counter.till.cancel(waiting?.serial ?? 0)).toBe('not-waiting');
  });
});

describe('money from elsewhere', () => {
  test('cash closes a bill', () => {
    const counter = new Counter();
    counter.till.collectElsewhere(HALF, 5550, 'cash', '收银台');
    expect(counter.till.figures(HALF)).toMatchObject({ payState: '3', remainingFen: 0 });
    expect(counter.till.collectElsewhere(HALF, 1, 'other-till', '2 号')).toMatchObject({
      refusal: 'bill-complete',
    });
  });
});
