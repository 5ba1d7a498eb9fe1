import { formatEntry } from '../../../miniprogram/core/log-entry';
import { endpointName } from '../../../miniprogram/services/log/logged-http';
import { writeError } from '../../../miniprogram/services/log/observe';
import { BILL } from '../../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../../support/world/fake-http';
import { settle } from '../../support/world/virtual-clock';
import { CODE, World } from '../../support/world/world';

/** The log without its times. */
const lines = (world: World): string[] =>
  world.services.log
    .entries()
    .map((entry) => formatEntry(entry).slice('2026-11-22 08:00:00.000 '.length));

test('a payment from sign-in to the evidence, as support reads it', async () => {
  const world = await World.open();
  const id = await world.charge();
  await world.clock.pass(1_500);
  world.http.answer('barcode', envelope(1, { billnum: BILL, autoid: 7 }));
  world.paid(28);
  await world.clock.pass(5_000);
  expect(lines(world).slice(0, 8)).toEqual([
    'info journal.read attempts=0 undecided=0 damaged=0',
    'info http endpoint=login method=POST outcome=answer status=200 ms=0',
    'info session.signedIn user=1001',
    'info http endpoint=mainRow method=GET outcome=answer status=200 ms=0',
    'info http endpoint=receipt method=GET outcome=answer status=200 ms=0',
    `info attempt id=${id} bill=${BILL} amount=2800 state=prepared cause=prepared sinceSent=0`,
    `info attempt id=${id} bill=${BILL} amount=2800 state=submitted cause=submit sinceSent=0`,
    'info http endpoint=barcode method=POST outcome=answer status=200 ms=1500',
  ]);
  expect(lines(world)).toContain(
    `info attempt id=${id} bill=${BILL} amount=2800 state=awaiting cause=answer:awaiting sinceSent=1500`,
  );
  expect(lines(world)).toContainEqual(
    expect.stringMatching(/^info attempt id=\w+ .* state=collected cause=\S+ sinceSent=\d+$/),
  );
});

test('an answer that never came, a restart, and the way on', async () => {
  const world = await World.open();
  await world.charge();
  world.http.answer('barcode', NO_ANSWER);
  await settle();
  expect(lines(world)).toContainEqual(
    'warn http endpoint=barcode method=POST outcome=noAnswer:timeoutOrNetwork status=- ms=0',
  );
  await world.restart();
  expect(lines(world)[0]).toBe('info journal.read attempts=1 undecided=1 damaged=0');
  expect(lines(world)[3]).toMatch(/^info attempt .* state=unknown /);
});

test('sign-ins, refusals and the end of a session', async () => {
  const world = new World();
  world.http.next('login', envelope(-1, null, 'no'), answered(401, ''));
  const { session } = world.services;
  await expect(session.signIn('1001', 'x')).rejects.toThrow();
  await expect(session.signIn('1001', 'x')).rejects.toThrow();
  await session.signIn('1001', 'x');
  session.refuse();
  await session.signIn('1001', 'x');
  await session.signOut();
  expect(lines(world).filter((line) => line.includes('session.'))).toEqual([
    'warn session.signInFailed user=1001 cause=serverRefused ms=0',
    'warn session.signInFailed user=1001 cause=signInRefused ms=0',
    'info session.signedIn user=1001',
    'warn session.ended refused=true',
    'info session.signedIn user=1001',
    'warn session.ended refused=false',
  ]);
});

test('what stopped a collection, and a storage that failed', async () => {
  const world = await World.open();
  world.storage.broken.add('write');
  world.scanner.put(CODE);
  await expect(world.collect()).rejects.toThrow();
  expect(lines(world)).toContainEqual(
    'error storage.failed call=write item=attempt message="storage: write fails"',
  );
  expect(lines(world)).toContainEqual(
    `warn collect.refused bill=${BILL} amount=2800 cause=storageFailed`,
  );
  expect(world.storage.text()).toBe('');
});

test('a journal that cannot be read', async () => {
  const world = new World();
  world.storage.broken.add('keys');
  await world.load();
  expect(lines(world)).toContainEqual('error journal.unread cause=storageFailed');
});

test('a password is masked while the server is asked, in whatever a mistake says', async () => {
  const world = new World();
  world.http.next('login', () => {
    writeError(world.services.log, 'error', new Error('cannot read hunter2'));
    return envelope(0, { token: 'tok-9-canary', username: '1001' });
  });
  await world.signIn('1001', 'hunter2');
  writeError(
    world.services.log,
    'rejection',
    'no header tok-9-canary\n    at sign (app/hawk.js:3:1)',
  );
  const errors = lines(world).filter((line) => line.includes('app.error'));
  expect(errors[0]).toMatch(/^error app.error kind=error message="cannot read \[secret\]" frames=/);
  expect(errors[1]).toBe(
    'error app.error kind=rejection message="no header [secret]" frames=hawk.js:3',
  );
});

test('the app comes and goes', async () => {
  const world = await World.open();
  world.services.visibility.set(false);
  world.services.visibility.set(true);
  expect(lines(world).slice(-2)).toEqual([
    'info app.visible visible=false',
    'info app.visible visible=true',
  ]);
});

test('every endpoint the app calls has a name, and anything else has none', async () => {
  const world = await World.open({ queryWechat: true });
  await world.charge();
  world.http.answer('barcode', envelope(1, { billnum: BILL, autoid: 7 }));
  await world.clock.pass(20_000);
  expect(new Set(world.http.sent.map(({ request }) => endpointName(request.url)))).toEqual(
    new Set(['login', 'mainRow', 'receipt', 'barcode', 'wechat']),
  );
  expect(endpointName('https://pos.example.com/134567890123456789')).toBe('other');
});
