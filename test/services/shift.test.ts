import { createShiftService, type ShiftService } from '../../miniprogram/services/shift';
import type { SessionService } from '../../miniprogram/services/session';
import { START } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';
import { refuseSession } from '../support/world/refuse-session';
import { openSession, type SignInWorld } from '../support/world/sign-in-world';
import { settle, type VirtualClock } from '../support/world/virtual-clock';
import { PASSWORD } from '../support/world/world';

const HOUR = 3_600_000;

let storage: FakeStorage;
let world: SignInWorld;
let session: SessionService;
let clock: VirtualClock;
let shift: ShiftService;

/** The app starts, with what an earlier run has left. */
async function start(before?: SignInWorld): Promise<void> {
  world = openSession(before === undefined ? {} : { before });
  ({ session, clock } = world);
  shift = createShiftService({ session, storage, settings: { shiftHours: 12 } });
  void shift.load();
  await session.restore();
  await settle();
}

async function signIn(user = '1001'): Promise<void> {
  await session.signIn(user, PASSWORD);
  await settle();
}

beforeEach(async () => {
  storage = new FakeStorage();
  await start();
});

test('nobody is signed in: no shift', () => {
  expect(shift.since()).toBeNull();
});

test('it begins with the sign-in', async () => {
  await clock.pass(1_000);
  await signIn();
  expect(shift.since()).toBe(START + 1_000);
});

test('a refused session ends no shift: the same user goes on, also after a restart', async () => {
  await signIn();
  await clock.pass(3 * HOUR);
  await refuseSession(session, world.http);
  await settle();
  expect(shift.since()).toBeNull();
  await start(world);
  await signIn();
  expect(session.current()?.signedInAt).toBe(START + 3 * HOUR);
  expect(shift.since()).toBe(START);
});

test('a session that was kept over a restart goes on with its shift', async () => {
  await signIn();
  await clock.pass(3 * HOUR);
  await refuseSession(session, world.http);
  await signIn();
  await clock.pass(10 * HOUR);
  await start(world);
  expect(session.current()?.signedInAt).toBe(START + 3 * HOUR);
  expect(shift.since()).toBe(START);
});

test('signing out ends it', async () => {
  await signIn();
  await clock.pass(HOUR);
  await session.signOut();
  await signIn();
  expect(shift.since()).toBe(START + HOUR);
});

test('another user begins another one, and so does the first one after that', async () => {
  await signIn();
  await clock.pass(HOUR);
  await refuseSession(session, world.http);
  await signIn('1002');
  expect(shift.since()).toBe(START + HOUR);
  await clock.pass(HOUR);
  await refuseSession(session, world.http);
  await signIn('1001');
  expect(shift.since()).toBe(START + 2 * HOUR);
});

test('after the hours of a shift the next sign-in begins another one', async () => {
  await signIn();
  await clock.pass(12 * HOUR);
  expect(session.current()).toBeNull();
  await signIn();
  expect(shift.since()).toBe(START + 12 * HOUR);
});

test('storage that fails: it holds until the app ends', async () => {
  storage.broken.add('write');
  await signIn();
  await clock.pass(HOUR);
  await refuseSession(session, world.http);
  await signIn();
  expect(shift.since()).toBe(START);
});

test('who listens hears of it once it is read, however late', async () => {
  await signIn();
  await clock.pass(HOUR);
  await refuseSession(session, world.http);
  world = openSession({ before: world });
  ({ session } = world);
  shift = createShiftService({ session, storage, settings: { shiftHours: 12 } });
  let told = 0;
  shift.subscribe(() => (told += 1));
  await signIn();
  expect([shift.since(), told > 0]).toEqual([START, true]);
});
