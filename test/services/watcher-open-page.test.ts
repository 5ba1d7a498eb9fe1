import { BILL } from '../support/world/attempts';
import { envelope } from '../support/world/fake-http';
import { World } from '../support/world/world';

const MINUTE = 60_000;

/** Collected, but no answer ever says whether the whole bill is. */
test('a bill whose state is never told is asked about for a while, then only on demand', async () => {
  const world = await World.open();
  const id = await world.charge();
  const sentAt = world.clock.now() + 1;
  world.clock.sleep(1);
  world.bill.paystate = null;
  world.http.answer('barcode', envelope(0, { billnum: BILL, autoid: 7 }));
  await world.clock.pass(2 * MINUTE);
  const closely = world.queriesAfter(sentAt).length;
  expect(closely).toBeGreaterThan(5);
  await world.clock.pass(20 * MINUTE);
  const afterAll = world.queriesAfter(sentAt).length;
  expect(afterAll - closely).toBeLessThanOrEqual(10);
  await world.clock.pass(60 * MINUTE);
  expect(world.queriesAfter(sentAt)).toHaveLength(afterAll);
  world.bill.paystate = '3';
  await Promise.race([world.services.watcher.askNow(id), world.clock.pass(1_000)]);
  expect(world.attempt(id).billComplete).toBe(true);
});

test('money that could be anybody’s is noted as weak evidence, and concludes nothing', async () => {
  const world = await World.open();
  const id = await world.charge('20.00');
  world.http.answer('barcode', envelope(1));
  world.paid(5);
  await world.clock.pass(10_000);
  expect(world.attempt(id).state).toBe('awaiting');
  expect(world.services.watcher.asking(id).weakEvidence).toBe(true);
});
