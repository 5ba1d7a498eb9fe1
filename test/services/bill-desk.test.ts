import { parseBillNumber } from '../../miniprogram/core/bill';
import type { BillDesk } from '../../miniprogram/services/bill-desk';
import { BILL } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const OTHER = parseBillNumber('XS2');
const ROWS = [{ productname: '茶', amount: 1, subtotal: 28, sellstate: '0' }];

let world: World;
let desk: BillDesk;

async function start(change: Parameters<typeof World.open>[0] = {}): Promise<void> {
  world = await World.open(change);
  world.http.always('rows', envelope(0, ROWS));
  desk = world.services.desk;
}

beforeEach(() => start());

test('a bill is read once and tells what it comes to', async () => {
  world.bill.real = 8;
  desk.open(BILL);
  expect(desk.current()).toEqual({ kind: 'reading', bill: BILL });
  await settle();
  expect(desk.account()).toMatchObject({ source: 'receipt', remaining: 2000 });
  desk.open(parseBillNumber(BILL.toLowerCase()));
  desk.refreshIfStaleOrFailed();
  await settle();
  expect(world.calls('mainRow')).toHaveLength(1);
});

test('without the receipt: the rows, and what this phone has collected by whosever word', async () => {
  await start({ readReceipt: false });
  const id = await world.charge('10.00');
  world.http.answer('barcode', envelope(0, { billnum: BILL, billpaystate: '2' }));
  await settle();
  expect(world.attempt(id).state).toBe('collected');
  desk.open(BILL);
  await settle();
  expect(desk.account()).toMatchObject({
    source: 'rows',
    due: { amount: 2800 },
    collected: { amount: 1000 },
    remaining: 1800,
  });
  expect(world.calls('receipt')).toHaveLength(0);
});

test('a receipt that cannot be read: the same', async () => {
  world.http.always('receipt', answered(404, ''));
  desk.open(BILL);
  await settle();
  expect(desk.account()).toMatchObject({ source: 'rows', remaining: 2800 });
});

test('what was asked for a bill that is gone is not shown', async () => {
  world.http.next('mainRow', 'hold');
  desk.open(BILL);
  await settle();
  desk.open(OTHER);
  await settle();
  world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '3' }));
  await settle();
  expect(desk.current()).toMatchObject({ kind: 'read', bill: OTHER, look: { payState: '1' } });
  desk.open(null);
  expect([desk.current(), desk.account()]).toEqual([{ kind: 'none' }, null]);
});

test('nobody signed in: nothing is asked', async () => {
  await world.services.session.signOut();
  desk.open(BILL);
  await settle();
  expect([desk.current().kind, world.calls('mainRow').length]).toEqual(['none', 0]);
});

test('a bill that the server does not know says so; it is asked again on demand only', async () => {
  world.http.next('mainRow', envelope(-1, null, '没有找到该售货单'));
  desk.open(BILL);
  await settle();
  expect(desk.current()).toMatchObject({ kind: 'failed', problem: { words: '没有找到该售货单' } });
  desk.refreshIfStale();
  await settle();
  expect(desk.current().kind).toBe('failed');
  desk.refreshIfStaleOrFailed();
  await settle();
  expect(desk.current().kind).toBe('read');
});

test('a refused session is dropped: staff must sign in', async () => {
  world.http.always('mainRow', answered(401, ''));
  desk.open(BILL);
  await settle();
  expect(world.services.session.current()).toBeNull();
  expect(desk.current()).toMatchObject({ kind: 'failed', problem: { code: 'sessionRefused' } });
});

test.each(['receipt', 'rows'] as const)(
  'a session refused with the %s is dropped as well; what else was read stays, and is read anew later',
  async (endpoint) => {
    world.http.next(endpoint, answered(401, ''));
    desk.open(BILL);
    await settle();
    const { session } = world.services;
    expect([session.current(), session.wasRefused()]).toEqual([null, true]);
    expect(desk.current()).toMatchObject({ kind: 'read', look: { payState: '1' } });
    expect(desk.account()).toMatchObject({ remaining: 2800 });
    desk.refreshIfStale();
    await settle();
    expect(world.calls('mainRow')).toHaveLength(1);
    await world.signIn();
    desk.open(BILL);
    await settle();
    expect(world.calls('mainRow')).toHaveLength(2);
    expect(desk.current()).toMatchObject({
      look: { receipt: { due: { amount: 2800 } }, rows: [{ productName: '茶' }] },
    });
  },
);

test('nobody signed in: the figures of the bill before do not stand there for another', async () => {
  desk.open(BILL);
  await settle();
  await world.services.session.signOut();
  desk.open(OTHER);
  expect(desk.current()).toEqual({ kind: 'none' });
});

describe('whoever needs the figures that are being read', () => {
  test('waits until they are there', async () => {
    world.http.next('mainRow', 'hold');
    const waiting = world.clock.waiting();
    desk.open(BILL);
    let there = false;
    void desk.settled().then(() => (there = true));
    await settle();
    expect(there).toBe(false);
    world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
    await settle();
    expect([there, desk.current().kind]).toEqual([true, 'read']);
    expect(world.clock.waiting()).toBe(waiting);
  });

  test('but not for long', async () => {
    world.http.next('mainRow', 'hold');
    desk.open(BILL);
    let there = false;
    void desk.settled().then(() => (there = true));
    await world.clock.pass(world.settings.deskPatience - 1);
    expect(there).toBe(false);
    await world.clock.pass(1);
    expect([there, desk.current().kind]).toEqual([true, 'reading']);
  });

  test.each(['none', 'read'])('not at all where the bill is %s', async (kind) => {
    if (kind === 'read') desk.open(BILL);
    await settle();
    const waiting = world.clock.waiting();
    await desk.settled();
    expect(world.clock.waiting()).toBe(waiting);
  });
});

test('while it is read anew, what was read before stays; then the new reading counts', async () => {
  desk.open(BILL);
  await settle();
  world.bill.real = 28;
  world.http.next('mainRow', 'hold');
  const reloading = desk.reload();
  await settle();
  expect(desk.account()).toMatchObject({ remaining: 2800 });
  world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
  await reloading;
  expect(desk.account()).toMatchObject({ remaining: 0 });
  expect(desk.nothingToCollect()).toBe('collected');
  world.http.always('mainRow', NO_ANSWER);
  await desk.reload();
  expect(desk.current()).toMatchObject({ kind: 'failed' });
});

test('a payment on the bill makes the reading old; one on another bill does not', async () => {
  desk.open(BILL);
  await settle();
  const part = envelope(0, { billpaystate: '2' });
  await world.charge('2.00', '134567890123456780', OTHER);
  world.http.answer('barcode', part);
  const reads = world.calls('rows').length;
  desk.refreshIfStale();
  await settle();
  expect(world.calls('rows')).toHaveLength(reads);
  await world.charge('10.00');
  world.bill.real = 10;
  world.http.answer('barcode', part);
  await settle();
  desk.refreshIfStale();
  await settle();
  expect(world.calls('rows')).toHaveLength(reads + 1);
  expect(desk.account()).toMatchObject({ remaining: 1800 });
});

test('what it tells about older attempts on the bill counts', async () => {
  const id = await world.charge();
  world.http.answer('barcode', NO_ANSWER);
  await settle();
  expect(world.attempt(id).state).toBe('unknown');
  world.bill.real = 28;
  world.bill.paystate = '3';
  desk.open(BILL);
  await settle();
  expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'receiptGrowth' });
});

test('a call that is still open waits for its own answer', async () => {
  const id = await world.charge();
  world.bill.real = 28;
  world.bill.paystate = '3';
  desk.open(BILL);
  await settle();
  expect(world.attempt(id).state).toBe('submitted');
});

test('a payment that has just been sent is no reason to read: its answer is', async () => {
  desk.open(BILL);
  await settle();
  world.services.attempts.subscribe(() => {
    desk.refreshIfStale();
  });
  await world.charge('10.00');
  // The desk's, and the read before the charge.
  expect(world.calls('mainRow')).toHaveLength(2);
  expect(world.calls('rows')).toHaveLength(1);
  world.paid(10);
  world.http.answer('barcode', envelope(0, { billnum: BILL, billpaystate: '2' }));
  await settle();
  expect(world.calls('mainRow')).toHaveLength(3);
  expect(desk.account()).toMatchObject({ remaining: 1800 });
});
