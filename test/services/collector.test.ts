import { parseBillNumber } from '../../miniprogram/core/bill';
import { ScanFailedError } from '../../miniprogram/core/errors/scan-failed-error';
import { encryptPaymentCode } from '../../miniprogram/utils/crypto';
import { BILL } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { CODE, KEY, World } from '../support/world/world';

const OTHER_CODE = '104567890123456789';
let world: World;

beforeEach(async () => {
  world = await World.open();
  world.log.length = 0;
});

/** Tries to charge; gives the problem's code. */
async function problemOf(charging: Promise<unknown>): Promise<unknown> {
  return charging.then(
    () => null,
    (error: unknown) => (error as { code: unknown }).code,
  );
}

const charges = (): number => world.calls('barcode').length;

describe('a charge', () => {
  test('reads the bill, writes the journal, and only then calls', async () => {
    const id = await world.charge();
    expect(world.log.filter((line) => !line.startsWith('answer'))).toEqual([
      'send mainRow',
      'send receipt',
      `write attempt:${id}:1`,
      'send barcode',
    ]);
  });

  test('the call waits until the write has succeeded', async () => {
    world.storage.holdWrites();
    world.scanner.put(CODE);
    const collecting = world.collect();
    await settle();
    expect(charges()).toBe(0);
    world.storage.releaseWrites();
    const id = await collecting;
    await settle();
    expect(world.log.indexOf(`write attempt:${String(id)}:1`)).toBeLessThan(
      world.log.indexOf('send barcode'),
    );
    expect(charges()).toBe(1);
  });

  test('sends bill, cipher text and amount; keeps what it saw before', async () => {
    const id = await world.charge('20.05');
    const cipherText = encryptPaymentCode(CODE, KEY, 'sha256-ecb');
    expect(world.calls('barcode')[0]?.request).toMatchObject({
      body: `{"billnum":"${BILL}","wechatbarcode":"${cipherText}","paymentvalue":20.05}`,
      timeout: 45_000,
    });
    expect(world.attempt(id)).toMatchObject({
      state: 'submitted',
      bill: BILL,
      amount: 2005,
      user: '1001',
      maskedCode: '13**************89',
      baseline: { payState: '1', figures: { due: 2800, collected: 0 } },
    });
  });

  test('gives the id while the call is open, and then takes another bill', async () => {
    const first = await world.charge();
    expect(world.services.collector.busy()).toBe(false);
    const second = await world.charge('5.00', OTHER_CODE, 'XS-2');
    expect([world.attempt(first).state, world.attempt(second).state]).toEqual([
      'submitted',
      'submitted',
    ]);
    expect(charges()).toBe(2);
  });

  test.each([
    [envelope(0, { billnum: BILL, autoid: 7, billpaystate: '3' }), 'collected'],
    [envelope(1), 'awaiting'],
    [envelope(-1, null, '余额不足'), 'declined'],
    [answered(400, ''), 'rejected'],
    [answered(500, ''), 'unknown'],
    [NO_ANSWER, 'unknown'],
    [{ kind: 'notSent', reason: 'domainNotAllowed' } as const, 'rejected'],
  ])('ends as the verdict table says: %j', async (outcome, state) => {
    const id = await world.charge();
    world.http.answer('barcode', outcome);
    await settle();
    expect(world.attempt(id).state).toBe(state);
    expect(charges()).toBe(1);
  });
});

describe('what is scanned', () => {
  test.each([
    ['281234567890123456', 'alipayCode'],
    ['', 'empty'],
    ['https://example.com', 'link'],
    ['6901234567892', 'goodsBarcode'],
    ['XS20261122001', 'text'],
  ])('%j is not a WeChat payment code: %s', async (scanned, reason) => {
    world.scanner.put(scanned);
    await expect(world.collect()).rejects.toMatchObject({ code: 'notAPaymentCode', reason });
    expect([charges(), world.storage.slots]).toEqual([0, 0]);
  });

  test('noise around the code does no harm', async () => {
    await world.charge('28.00', ` \u001d${CODE}\n`);
    expect(world.calls('barcode')[0]?.request.body).toContain(
      encryptPaymentCode(CODE, KEY, 'sha256-ecb'),
    );
  });

  test('a cancelled scan is no problem and leaves nothing', async () => {
    world.scanner.put(null);
    expect(await world.collect()).toBeNull();
    expect([charges(), world.storage.slots]).toEqual([0, 0]);
    await world.charge();
    expect(charges()).toBe(1);
  });

  test('a scanner that fails is told, and the next tap works', async () => {
    world.scanner.put(new ScanFailedError());
    expect(await problemOf(world.collect())).toBe('scanFailed');
    await world.charge();
    expect(charges()).toBe(1);
  });

  test.each([0, 30_000, 119_000])(
    'the same code after %i ms is refused, also on another bill',
    async (ms) => {
      await world.charge();
      world.http.answer('barcode', answered(400, ''));
      await world.clock.pass(ms);
      expect(await problemOf(world.charge())).toBe('codeAlreadyUsed');
      expect(await problemOf(world.charge('5.00', CODE, 'XS-2'))).toBe('codeAlreadyUsed');
      world.clock.setBy(600_000);
      expect(await problemOf(world.charge())).toBe('codeAlreadyUsed');
      expect(charges()).toBe(1);
    },
  );
});

describe('at most one call', () => {
  test('a second tap while the scanner is open', async () => {
    const first = world.collect();
    expect(world.services.collector.busy()).toBe(true);
    expect(await problemOf(world.collect())).toBe('busy');
    world.scanner.show(CODE);
    await first;
    await settle();
    expect([charges(), world.scanner.opened]).toEqual([1, 1]);
  });

  test('a second tap while the journal is written', async () => {
    world.storage.holdWrites();
    world.scanner.put(CODE);
    const first = world.collect();
    await settle();
    expect(await problemOf(world.charge('28.00', OTHER_CODE))).toBe('busy');
    world.storage.releaseWrites();
    await first;
    await settle();
    expect(charges()).toBe(1);
  });

  test('a bill with an undecided attempt is blocked, in any spelling', async () => {
    const id = await world.charge();
    for (const bill of [BILL, BILL.toLowerCase(), 'ＸＳ２０２６１１２２００１']) {
      const again = world.services.collector.collect(
        parseBillNumber(bill),
        world.attempt(id).amount,
      );
      await expect(again).rejects.toMatchObject({ code: 'billBlocked' });
    }
    expect([charges(), world.scanner.opened]).toEqual([1, 1]);
  });

  test('a bill that came under suspicion while the scanner was open', async () => {
    await world.charge('8.00');
    world.http.answer('barcode', envelope(-1));
    await world.clock.pass(0);
    const collecting = world.collect('20.00');
    await settle();
    world.bill.real = 8; // the declined payment went through after all, and the second read sees it
    await world.clock.pass(6_000);
    world.scanner.show(OTHER_CODE);
    expect(await problemOf(collecting)).toBe('billBlocked');
    expect(charges()).toBe(1);
  });

  /** An attempt of 8.00 that was declined; its bill was read once and is about to be read again. */
  async function declined(): Promise<string> {
    const id = await world.charge('8.00');
    world.http.answer('barcode', envelope(-1));
    await world.clock.pass(0);
    return id;
  }

  test('a bill that came under suspicion while the journal was written', async () => {
    const id = await declined();
    world.storage.holdWrites();
    const collecting = world.charge('20.00', OTHER_CODE);
    await settle();
    world.bill.real = 8; // the declined payment went through after all
    await world.clock.pass(6_000);
    expect(world.attempt(id).state).toBe('conflict');
    world.storage.releaseWrites();
    const refused = await collecting;
    await settle();
    expect(charges()).toBe(1);
    expect(world.attempt(refused)).toMatchObject({ state: 'rejected', rejectedReason: 'notSent' });
  });

  test.each([
    ['scanner was open', false],
    ['journal was written', true],
  ])('a query that found the bill complete while the %s', async (_name, whileWriting) => {
    await declined();
    if (whileWriting) {
      world.storage.holdWrites();
      world.scanner.put(OTHER_CODE);
    }
    const refusal = problemOf(world.collect('20.00'));
    await settle();
    // Other money; nothing this phone knows of has changed.
    world.http.next('mainRow', envelope(0, { billnum: BILL, paystate: '3' }));
    world.http.next('receipt', NO_ANSWER);
    await world.services.bills.query(BILL, false);
    if (whileWriting) world.storage.releaseWrites();
    else world.scanner.show(OTHER_CODE);
    // Before the scan is done it is refused in words; after that, the record says "not sent".
    expect(await refusal).toBe(whileWriting ? null : 'billAlreadyCollected');
    await settle();
    expect(charges()).toBe(1);
  });

  test('a storage that fails stops the charge, and leaves nothing behind', async () => {
    world.storage.broken.add('write');
    expect(await problemOf(world.charge())).toBe('storageFailed');
    expect([charges(), world.services.attempts.all().length]).toEqual([0, 0]);
    world.storage.broken.clear();
    await world.charge('28.00', OTHER_CODE);
    expect(charges()).toBe(1);
  });

  test('a storage that fails later stops nothing that is under way', async () => {
    const id = await world.charge();
    world.storage.broken.add('write');
    world.http.answer('barcode', envelope(0, { billnum: BILL, billpaystate: '3' }));
    await settle();
    expect(world.attempt(id).state).toBe('collected');
    // Killed before it could be written: found again by query.
    world.storage.broken.clear();
    world.paid(28);
    await world.restart();
    await world.clock.pass(1_000);
    expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'billState' });
  });
});

test('neither code nor KEY nor password is stored or sent in clear', async () => {
  const id = await world.charge();
  world.http.answer('barcode', envelope(0, { billnum: BILL, billpaystate: '3' }));
  await settle();
  const sent = world.http.sent.map(({ request }) => JSON.stringify(request)).join('\n');
  for (const secret of [CODE, KEY, '"123456"']) {
    expect(world.storage.text()).not.toContain(secret);
    expect(sent).not.toContain(secret);
  }
  expect(world.storage.text()).not.toContain('Hawk');
  expect(JSON.stringify(world.attempt(id))).not.toContain(CODE);
});
