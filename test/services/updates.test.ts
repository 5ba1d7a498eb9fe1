import { createAttemptStore } from '../../miniprogram/services/attempt-store';
import { createDraft } from '../../miniprogram/services/draft';
import { createJournal } from '../../miniprogram/services/journal';
import { createUpdates } from '../../miniprogram/services/updates';
import { inState, START, STATES } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';

const UNDECIDED = ['submitted', 'awaiting', 'unknown', 'unresolved'];

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
