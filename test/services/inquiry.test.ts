import { envelope, NO_ANSWER } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { inState } from '../support/world/attempts';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';
import type { Attempt } from '../../miniprogram/core/attempt';
import { encodeRecord } from '../../miniprogram/core/attempt-record';
import type { InquiryResult } from '../../miniprogram/services/inquiry';

let world: World;

/** Undecided attempts, each on a bill of its own, long past their schedule. */
async function given(...bills: readonly string[]): Promise<void> {
  world = new World();
  for (const bill of bills) {
    const attempt: Attempt = inState('unresolved', {
      id: bill,
      bill,
      at: world.clock.now() - 86_400_000,
    });
    world.storage.stored.set(`attempt:${bill}:1`, encodeRecord(attempt, 1));
  }
  await world.load();
}

async function ask(...ids: readonly string[]): Promise<InquiryResult> {
  const asked = world.services.inquiry.about(ids);
  await world.clock.pass(1_000);
  return asked;
}

test('some have a result, some have none yet, some could not be asked', async () => {
  await given('A', 'B', 'C');
  await world.signIn();
  await world.clock.pass(5_000);
  world.http.always('mainRow', ({ url }) => {
    if (url.endsWith('/C')) return NO_ANSWER;
    return envelope(0, { billnum: url.slice(-1), paystate: url.endsWith('/A') ? '3' : '1' });
  });
  world.http.always('receipt', ({ url }) =>
    envelope(0, { billnum: url.slice(-1), cost: 28, real: url.endsWith('/A') ? 28 : 0 }),
  );
  const { problem, ...counts } = await ask('A', 'B', 'C');
  expect(counts).toEqual({ decided: 1, open: 1, failed: 1 });
  expect(problem).toMatchObject({ code: 'noAnswer' });
});

test('nobody signed in: nothing is asked, and that is said', async () => {
  await given('A');
  await expect(world.services.inquiry.about(['A'])).rejects.toMatchObject({ code: 'notSignedIn' });
  expect(world.calls('mainRow')).toEqual([]);
});

test('an attempt that is decided before its turn ends the wait', async () => {
  await given('A');
  await world.signIn();
  await world.clock.pass(5_000);
  world.http.always('mainRow', 'hold');
  const asked = world.services.inquiry.about(['A']);
  await settle();
  const at = world.clock.now();
  const event = { type: 'evidence', proof: 'billState', billComplete: true, at } as const;
  world.services.attempts.apply('A', event);
  expect(await asked).toMatchObject({ decided: 1, open: 0, failed: 0 });
});

test('a session that ends meanwhile: not asked', async () => {
  await given('A');
  await world.signIn();
  await world.clock.pass(5_000);
  world.http.always('mainRow', 'hold');
  const asked = world.services.inquiry.about(['A']);
  await settle();
  await refuseSession(world.services.session, world.http);
  expect(await asked).toMatchObject({ decided: 0, open: 0, failed: 1 });
  expect((await asked).problem).toMatchObject({ code: 'sessionRefused' });
});

test('decided ones are left out', async () => {
  await given();
  await world.signIn();
  expect(await ask('gone')).toMatchObject({ decided: 0, open: 0, failed: 0 });
});
