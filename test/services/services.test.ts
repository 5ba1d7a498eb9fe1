import { parseBillNumber } from '../../miniprogram/core/bill';
import { installServices, services, servicesReady } from '../../miniprogram/services/services';
import { BILL } from '../support/world/attempts';
import { envelope, NO_ANSWER } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { CODE, KEY, World } from '../support/world/world';

test('pages wait for the services, and then have them', async () => {
  expect(() => services()).toThrow();
  let ready = false;
  const waiting = servicesReady().then((given) => {
    ready = true;
    return given;
  });
  await settle();
  expect(ready).toBe(false);
  const world = new World();
  installServices(world.services);
  expect(await waiting).toBe(world.services);
  expect(services()).toBe(world.services);
  expect(await servicesReady()).toBe(world.services);
});

test('a bill paid in two parts, the first by password, the second with its answer lost and the app killed', async () => {
  const world = new World();
  await world.load();
  await world.signIn();

  // First part: the customer is asked for the password and confirms.
  const first = await world.charge('20.00');
  world.http.answer('barcode', envelope(1, { billnum: BILL, autoid: 7 }));
  await world.clock.pass(5_000);
  expect(world.attempt(first)).toMatchObject({ state: 'awaiting', paymentNumber: '7' });
  world.paid(20);
  await world.clock.pass(5_000);
  expect(world.attempt(first)).toMatchObject({
    state: 'collected',
    proof: 'receiptGrowth',
    billComplete: false,
    paymentNumber: '7',
  });

  // More than the rest is refused before anything is sent.
  world.scanner.put('104567890123456789');
  await expect(world.collect('8.01')).rejects.toMatchObject({ code: 'amountAboveRemaining' });

  // The rest: charged, but the answer is lost and WeChat kills the app.
  const second = await world.charge('8.00', '114567890123456789');
  world.paid(8);
  world.http.answer('barcode', NO_ANSWER);
  await world.restart();
  await world.clock.pass(1_000);
  expect(world.attempt(second)).toMatchObject({
    state: 'collected',
    proof: 'billState',
    billComplete: true,
  });

  // The bill is closed: nothing more goes out.
  world.scanner.put('124567890123456789');
  await expect(world.collect('1.00')).rejects.toMatchObject({ code: 'billAlreadyCollected' });
  expect(world.calls('barcode')).toHaveLength(2);

  // And what both runs left behind holds no secret.
  for (const secret of [CODE, KEY, '114567890123456789', 'Hawk']) {
    expect(world.storage.text()).not.toContain(secret);
  }
});

test('killed at any point of a charge: no second call, nothing forgotten', async () => {
  for (const steps of [0, 1, 2, 3, 4, 6, 8, 12, 20]) {
    const world = await World.open();
    world.scanner.put(CODE);
    world.collect().catch(() => undefined);
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    const sent = world.calls('barcode').length;
    world.kill();
    await settle();
    const sentByNow = world.calls('barcode').length;
    await world.load();
    await world.signIn();
    expect(sentByNow).toBeLessThanOrEqual(1);
    expect(sent).toBeLessThanOrEqual(sentByNow);
    const found = world.services.attempts.onBill('https://pos.example.com', parseBillNumber(BILL));
    expect(found).toHaveLength(sentByNow);
    for (const attempt of found) expect(attempt.state).toBe('unknown');
  }
});

test('the app comes and goes, and the log says so', async () => {
  const world = await World.open();
  world.services.visibility.set(false);
  world.services.visibility.set(true);
  expect(world.logLines().slice(-2)).toEqual([
    'info app.visible visible=false',
    'info app.visible visible=true',
  ]);
});
