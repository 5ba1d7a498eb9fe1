import { envelope } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const reasonOf = (world: World): string | undefined => world.services.signOut.refusal()?.reason;

test('with nothing under way: the session ends, and what was typed is gone', async () => {
  const { services } = await World.open();
  services.draft.set({ bill: 'XS1', amount: '8', origin: 'typed' });
  expect(services.signOut.refusal()).toBeNull();
  await services.signOut.now();
  expect(services.session.current()).toBeNull();
  expect(services.session.wasRefused()).toBe(false);
  expect(services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
});

test('refused from the tap until the answer to the call', async () => {
  const world = await World.open();
  const { signOut, session } = world.services;
  const collecting = world.collect();
  expect(reasonOf(world)).toBe('collecting');
  await expect(signOut.now()).rejects.toMatchObject({ reason: 'collecting' });
  await settle();
  world.scanner.show(null);
  await collecting;
  expect(reasonOf(world)).toBeUndefined();

  await world.charge();
  expect(reasonOf(world)).toBe('sending');
  await expect(signOut.now()).rejects.toMatchObject({ reason: 'sending' });
  expect(session.current()).not.toBeNull();
  world.http.answer('barcode', envelope(1));
  await settle();
  expect(reasonOf(world)).toBeUndefined();
});

test('undecided attempts stay, are named, and go on for whoever signs in next', async () => {
  const world = await World.open();
  world.http.always('barcode', envelope(1));
  const first = await world.charge('28.00', '134567890123456789', 'XS1');
  await world.charge('1.00', '134567890123456788', 'XS2');
  const { signOut, attempts } = world.services;
  expect(signOut.undecided().map(({ bill }) => bill)).toEqual(['XS1', 'XS2']);
  await signOut.now();
  expect(signOut.undecided()).toHaveLength(2);
  expect(attempts.get(first)?.state).toBe('awaiting');
  await world.signIn('1002');
  world.paid(28);
  await world.clock.pass(10_000);
  expect(attempts.get(first)?.state).toBe('collected');
});
