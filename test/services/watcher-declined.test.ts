import { BillBlockedError } from '../../miniprogram/core/errors/bill-blocked-error';
import { BILL } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const SECOND_CODE = '104567890123456789';
let world: World;
let id: string;

beforeEach(async () => {
  world = await World.open();
  id = await world.charge();
  world.clock.sleep(1);
});

async function answerCall(outcome = envelope(-1, null, '余额不足')): Promise<void> {
  world.http.answer('barcode', outcome);
  await world.clock.pass(0);
}

const blocked = (): boolean => {
  const { attempts, session } = world.services;
  return attempts.blocking(session.server.baseUrl, BILL) !== null;
};

describe('after "declined"', () => {
  test('the bill is read at once and again after 5 s; equal to the baseline frees it', async () => {
    const before = world.calls('mainRow').length;
    await answerCall();
    expect(world.attempt(id)).toMatchObject({ state: 'declined', recheck: 'unmoved' });
    expect(blocked()).toBe(false);
    await world.clock.pass(4_900);
    expect(world.calls('mainRow')).toHaveLength(before + 1);
    await world.clock.pass(60_000);
    expect(world.calls('mainRow')).toHaveLength(before + 2);
    expect(world.calls('receipt').length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['before the first query', 1_000],
    ['after queries while the call was open', 20_000],
  ])('answered %s: at once and again after 5 s all the same', async (_when, wait) => {
    await world.clock.pass(wait);
    const before = world.calls('mainRow').length;
    await answerCall();
    expect(world.attempt(id)).toMatchObject({ state: 'declined', recheck: 'unmoved' });
    expect(world.calls('mainRow')).toHaveLength(before + 1);
    world.paid(28);
    await world.clock.pass(5_000);
    expect(world.calls('mainRow')).toHaveLength(before + 2);
    expect(world.attempt(id).state).toBe('conflict');
  });

  test('a query that was out before and fails says nothing: the bill is read at once', async () => {
    world.http.next('mainRow', 'hold');
    await world.clock.pass(8_000);
    await answerCall();
    expect(world.attempt(id)).toMatchObject({ state: 'declined', recheck: 'pending' });
    const told: (string | null)[] = [];
    world.services.attempts.subscribe(() => told.push(world.attempt(id).recheck));
    world.http.answer('mainRow', NO_ANSWER);
    await world.clock.pass(0);
    await settle();
    expect(told).toEqual(['unmoved']);
  });

  test('a second read that fails is made again', async () => {
    await answerCall();
    world.http.next('mainRow', NO_ANSWER);
    await world.clock.pass(5_000);
    world.paid(28);
    await world.clock.pass(5_000);
    expect(world.attempt(id).state).toBe('conflict');
  });

  test('killed between the two reads: the next start makes the second', async () => {
    await answerCall();
    world.paid(28);
    await world.restart();
    await world.clock.pass(5_000);
    expect(world.attempt(id).state).toBe('conflict');
  });

  test('killed between the two reads and started the next day: the bill is left alone', async () => {
    await answerCall();
    world.clock.sleep(86_400_000);
    await world.restart();
    const before = world.calls('mainRow').length;
    await world.clock.pass(60_000);
    expect(world.calls('mainRow')).toHaveLength(before);
  });

  test.each([
    ['the state', (): void => void (world.bill.paystate = '3')],
    ['the amount', (): void => void (world.bill.real = 28)],
  ])('a bill of which %s moved is a conflict', async (_name, move) => {
    move();
    await answerCall();
    expect(world.attempt(id)).toMatchObject({ state: 'conflict', acknowledgedAt: null });
    expect(blocked()).toBe(true);
  });

  test('money that shows up between the first and the second read is one too', async () => {
    await answerCall();
    world.paid(28);
    await world.clock.pass(5_000);
    expect(world.attempt(id).state).toBe('conflict');
  });

  test.each([
    ['no answer', 'mainRow', NO_ANSWER],
    ['500', 'mainRow', answered(500, '')],
    ['no amounts', 'receipt', NO_ANSWER],
    ['no state', 'mainRow', envelope(0, { billnum: BILL })],
  ] as const)(
    'unreadable (%s) keeps the bill blocked until it can be read',
    async (name, endpoint, outcome) => {
      world.http.always(endpoint, outcome);
      await answerCall();
      // Equal amounts say enough where only the state is missing.
      const expected = name === 'no state' ? 'unmoved' : 'unreadable';
      expect(world.attempt(id)).toMatchObject({ state: 'declined', recheck: expected });
      expect(blocked()).toBe(expected === 'unreadable');
      world.http.always(endpoint, envelope(0, { billnum: BILL, paystate: '1', cost: 28, real: 0 }));
      await world.clock.pass(11_000);
      expect(world.attempt(id)).toMatchObject({ state: 'declined', recheck: 'unmoved' });
    },
  );

  test('killed before the bill was read: the next start reads it', async () => {
    world.http.always('mainRow', NO_ANSWER);
    await answerCall();
    world.http.always('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
    await world.restart();
    await world.clock.pass(0);
    expect(world.attempt(id)).toMatchObject({ state: 'declined', recheck: 'unmoved' });
  });
});

describe('the next attempt on the same bill', () => {
  test('its money is its own, and no conflict of the declined one', async () => {
    await answerCall();
    const second = await world.charge('28.00', SECOND_CODE);
    await answerCall(envelope(1));
    world.paid(28);
    await world.clock.pass(10_000);
    expect(world.attempt(id).state).toBe('declined');
    expect(world.attempt(second)).toMatchObject({ state: 'collected', billComplete: true });
  });

  test('nor is it when the second attempt pays in part and is answered at once', async () => {
    await answerCall();
    const second = await world.charge('20.00', SECOND_CODE);
    world.paid(20);
    await answerCall(envelope(0, { billnum: BILL, billpaystate: '1' }));
    await world.clock.pass(10_000);
    expect([id, second].map((each) => world.attempt(each).state)).toEqual([
      'declined',
      'collected',
    ]);
    const third = await world.charge('8.00', '114567890123456789');
    world.paid(8);
    await answerCall(NO_ANSWER);
    expect(world.attempt(third)).toMatchObject({ state: 'collected', proof: 'billState' });
    expect([id, second].map((each) => world.attempt(each).state)).toEqual([
      'declined',
      'collected',
    ]);
  });

  test('declined after an older attempt was closed by staff: it is read and freed all the same', async () => {
    await answerCall(NO_ANSWER);
    await world.clock.pass(70_000);
    const closing = world.services.closing.notPaid(id, '客人账单无此笔');
    await world.clock.pass(0);
    expect(await closing).toBe(true);
    const second = await world.charge('28.00', SECOND_CODE);
    await answerCall();
    expect(world.attempt(second)).toMatchObject({ state: 'declined', recheck: 'unmoved' });
    expect(blocked()).toBe(false);
  });

  test('a bill that moved after the older one was closed by staff is still a conflict', async () => {
    await answerCall(NO_ANSWER);
    await world.clock.pass(70_000);
    const closing = world.services.closing.notPaid(id, '客人账单无此笔');
    await world.clock.pass(0);
    await closing;
    await world.charge('28.00', SECOND_CODE);
    world.paid(28);
    await answerCall();
    expect(blocked()).toBe(true);
  });
});

describe('collected, but not said whether the bill is complete', () => {
  const paid = envelope(0, { billnum: BILL, autoid: 7 });

  test.each([
    ['3', true],
    ['2', false],
  ])('MainRow is asked: %s', async (paystate, billComplete) => {
    world.bill.paystate = paystate;
    await answerCall(paid);
    await settle();
    expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'answer', billComplete });
    const asked = world.calls('mainRow').length;
    await world.clock.pass(60_000);
    expect(world.calls('mainRow')).toHaveLength(asked);
  });

  test('an answer to an older question does not count: it may have been read before the money', async () => {
    world.http.next('mainRow', 'hold');
    await world.clock.pass(8_000);
    await answerCall(paid);
    world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
    await settle();
    expect(world.attempt(id).billComplete).toBeNull();
    world.bill.paystate = '3';
    await world.clock.pass(5_000);
    expect(world.attempt(id).billComplete).toBe(true);
  });

  test('asks again until it can be told', async () => {
    world.http.always('mainRow', NO_ANSWER);
    await answerCall(paid);
    world.http.always('mainRow', envelope(0, { billnum: BILL, paystate: '3' }));
    await world.clock.pass(5_000);
    expect(world.attempt(id).billComplete).toBe(true);
  });
});

test('refused before processing, but delivered twice and charged: the read before the next charge says so', async () => {
  world.bill.cost = 100;
  world.paid(28);
  await answerCall(answered(422, ''));
  expect(world.attempt(id)).toMatchObject({ state: 'rejected', rejectedReason: 'refusedByServer' });
  await expect(world.charge('28.00', SECOND_CODE)).rejects.toThrow(BillBlockedError);
  expect(world.attempt(id)).toMatchObject({ state: 'conflict', proof: 'receiptGrowth' });
  expect(world.calls('barcode')).toHaveLength(1);
});
