import { createAttemptStore } from '../../miniprogram/services/attempt-store';
import { createDraft } from '../../miniprogram/services/draft';
import { createJournal } from '../../miniprogram/services/journal';
import { createUpdates } from '../../miniprogram/services/updates';
import { answer, inState, START, STATES, verdicts } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';
import { settle } from '../support/world/virtual-clock';

const UNDECIDED = ['submitted', 'awaiting', 'unknown', 'unresolved'];

test('while a result is not written: never, a restart would lose it', async () => {
  const storage = new FakeStorage();
  const attempts = createAttemptStore(createJournal(storage));
  await attempts.load(START);
  const attempt = inState('awaiting');
  await attempts.add(attempt);
  const restart = jest.fn();
  const updates = createUpdates(
    {
      onReady: (ready) => {
        ready();
      },
      restart,
    },
    attempts,
    createDraft(),
  );
  storage.broken.add('write');
  attempts.apply(attempt.id, answer(verdicts.collected, START));
  await settle();
  updates.restart();
  expect([updates.offered(), restart.mock.calls.length]).toEqual([false, 0]);
  storage.broken.clear();
  attempts.save();
  await settle();
  expect(updates.offered()).toBe(true);
});

test.each(STATES)('with an attempt that is %s', async (state) => {
  const attempts = createAttemptStore(createJournal(new FakeStorage()));
  await attempts.load(START);
  await attempts.add(inState(state));
  const restart = jest.fn();
  let ready: () => void = () => undefined;
  const onReady = (callback: () => void): void => void (ready = callback);
  const draft = createDraft();
  const updates = createUpdates({ onReady, restart }, attempts, draft);
  const heard = jest.fn();
  updates.subscribe(heard);
  updates.restart();
  expect([updates.offered(), restart.mock.calls.length]).toEqual([false, 0]);
  ready();
  expect(heard).toHaveBeenCalledTimes(1);
  const free = !UNDECIDED.includes(state);
  expect(updates.offered()).toBe(free);
  draft.set({ bill: 'XS1', amount: '8', origin: 'typed' });
  updates.restart();
  expect([updates.offered(), restart.mock.calls.length]).toEqual([false, 0]);
  draft.clear();
  updates.restart();
  expect(restart).toHaveBeenCalledTimes(free ? 1 : 0);
});
