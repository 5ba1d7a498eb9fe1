import { BILL } from '../../support/world/attempts';
import { envelope, NO_ANSWER } from '../../support/world/fake-http';
import { settle } from '../../support/world/virtual-clock';
import { World } from '../../support/world/world';

test('a payment from sign-in to the evidence, as support reads it', async () => {
  const world = await World.open();
  const id = await world.charge();
  await world.clock.pass(1_500);
  world.http.answer('barcode', envelope(1, { billnum: BILL, autoid: 7 }));
  world.paid(28);
  await world.clock.pass(5_000);
  expect(world.logLines().slice(0, 8)).toEqual([
    'info journal.read attempts=0 undecided=0 damaged=0',
    'info http endpoint=login method=POST outcome=answer status=200 ms=0',
    'info session.signedIn user=1001',
    'info http endpoint=mainRow method=GET outcome=answer status=200 ms=0',
    'info http endpoint=receipt method=GET outcome=answer status=200 ms=0',
    `info attempt id=${id} bill=${BILL} amount=2800 state=prepared cause=prepared sinceSent=0`,
    `info attempt id=${id} bill=${BILL} amount=2800 state=submitted cause=submit sinceSent=0`,
    'info http endpoint=barcode method=POST outcome=answer status=200 ms=1500',
  ]);
  expect(world.logLines()).toContain(
    `info attempt id=${id} bill=${BILL} amount=2800 state=awaiting cause=answer:awaiting sinceSent=1500`,
  );
  expect(world.logLines()).toContainEqual(
    expect.stringMatching(/^info attempt id=\w+ .* state=collected cause=\S+ sinceSent=\d+$/),
  );
});

test('an answer that never came, a restart, and the way on', async () => {
  const world = await World.open();
  await world.charge();
  world.http.answer('barcode', NO_ANSWER);
  await settle();
  expect(world.logLines()).toContainEqual(
    'warn http endpoint=barcode method=POST outcome=noAnswer:timeoutOrNetwork status=- ms=0',
  );
  await world.restart();
  expect(world.logLines()[0]).toBe('info journal.read attempts=1 undecided=1 damaged=0');
  expect(world.logLines()[3]).toMatch(/^info attempt .* state=unknown /);
});

test('a journal that cannot be read', async () => {
  const world = new World();
  world.storage.broken.add('keys');
  await world.load();
  expect(world.logLines()).toContainEqual('error journal.unread cause=storageFailed');
});
