import type { CollectForm } from '../../miniprogram/core/collect-form';
import { BILL } from '../support/world/attempts';
import { settle } from '../support/world/virtual-clock';
import { CODE, World } from '../support/world/world';

const LINK = { billnum: BILL, amount: '28.00' };
const TYPED: CollectForm = { bill: 'XS9', amount: '5', origin: 'typed' };
const filled = (more: object): object => ({ kind: 'filled', amountDropped: false, ...more });

test('fills in bill and amount, as a proposal, once', async () => {
  const { services } = await World.open();
  services.launch.arrive(LINK);
  expect(services.launch.take()).toEqual(filled({ bill: BILL, replaced: null }));
  expect(services.draft.get()).toEqual({ bill: BILL, amount: '28.00', origin: 'launch' });
  expect(services.launch.take()).toBeNull();
});

test('never opens the scanner, never sends anything', async () => {
  const world = await World.open();
  const before = world.http.sent.length;
  world.services.launch.arrive(LINK);
  world.services.launch.take();
  await settle();
  expect([world.scanner.opened, world.http.sent.length]).toEqual([0, before]);
});

test('waits until the journal has been read and somebody is signed in', async () => {
  const world = new World();
  const { launch } = world.services;
  launch.arrive(LINK);
  expect(launch.take()).toBeNull();
  await world.load();
  expect(launch.take()).toBeNull();
  await world.signIn();
  expect(launch.take()).toMatchObject({ kind: 'filled' });
});

test('waits while a charge is on its way, and outlives it', async () => {
  const world = await World.open();
  const { launch, draft, collector } = world.services;
  let told = 0;
  collector.subscribe(() => (told += 1));
  draft.set({ bill: 'XS9', amount: '28', origin: 'typed' });
  const collecting = world.collect('28.00', 'XS9');
  launch.arrive(LINK);
  expect(launch.take()).toBeNull();
  await settle();
  world.scanner.show(CODE);
  await collecting;
  await settle();
  expect(told).toBe(1);
  expect(launch.take()).toMatchObject({ kind: 'filled', bill: BILL });
  draft.charged('XS9');
  expect(draft.get()).toMatchObject({ bill: BILL });
});

test('the last link wins; a page without one changes nothing', async () => {
  const { services } = await World.open();
  services.launch.arrive({ billnum: 'XS1' });
  services.launch.arrive(LINK);
  services.launch.arrive({});
  services.launch.arrive(undefined);
  expect(services.launch.take()).toMatchObject({ bill: BILL });
});

test('an undecided attempt on the bill is opened instead; the draft stays as it is', async () => {
  const world = await World.open();
  const id = await world.charge();
  const { launch, draft } = world.services;
  draft.set(TYPED);
  launch.arrive({ billnum: BILL.toLowerCase() });
  expect(launch.take()).toMatchObject({ kind: 'open', attempt: { id } });
  expect(draft.get()).toEqual(TYPED);
});

test.each([
  ['a payment code', { billnum: CODE }, 'paymentCode'],
  ['another shop’s link', { q: 'https://evil.net/?billnum=XS1' }, 'foreignLink'],
])('%s is refused at once and changes nothing', async (_name, query, reason) => {
  const { services } = new World();
  services.draft.set(TYPED);
  services.launch.arrive(query);
  expect(services.launch.take()).toEqual({ kind: 'refused', reason });
  expect(services.draft.get()).toEqual(TYPED);
});

test.each<[string, CollectForm, object, CollectForm, CollectForm | null]>([
  [
    'another bill: what was typed is handed back',
    TYPED,
    LINK,
    { bill: BILL, amount: '28.00', origin: 'launch' },
    TYPED,
  ],
  [
    'without an amount: the other bill’s is not taken over',
    TYPED,
    { billnum: BILL },
    { bill: BILL, amount: '', origin: 'none' },
    TYPED,
  ],
  [
    'the same bill: what was typed stays',
    { bill: BILL, amount: '5', origin: 'typed' },
    LINK,
    { bill: BILL, amount: '5', origin: 'typed' },
    null,
  ],
  [
    'the same bill: what was only filled in does not',
    { bill: BILL, amount: '5.00', origin: 'filled' },
    LINK,
    { bill: BILL, amount: '28.00', origin: 'launch' },
    null,
  ],
])('%s', async (_name, before, query, after, replaced) => {
  const { services } = await World.open();
  services.draft.set(before);
  services.launch.arrive(query);
  expect(services.launch.take()).toMatchObject({ replaced });
  expect(services.draft.get()).toEqual(after);
});

test('an amount that cannot be used is dropped with a word', async () => {
  const { services } = await World.open();
  services.launch.arrive({ billnum: BILL, amount: '1.234' });
  expect(services.launch.take()).toMatchObject({ kind: 'filled', amountDropped: true });
  expect(services.draft.get()).toEqual({ bill: BILL, amount: '', origin: 'none' });
});
