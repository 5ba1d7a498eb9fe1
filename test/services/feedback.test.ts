import { createSwitchedFeedback } from '../../miniprogram/services/feedback';
import { createPreferences } from '../../miniprogram/services/preferences';
import { FakeStorage } from '../support/world/fake-storage';

test('vibration can be switched off; the screen stays on either way', async () => {
  const vibrate = jest.fn();
  const keepScreenOn = jest.fn();
  const preferences = createPreferences(new FakeStorage());
  const feedback = createSwitchedFeedback({ vibrate, keepScreenOn }, preferences);
  feedback.vibrate('long');
  await preferences.set('vibration', false);
  feedback.vibrate('short');
  feedback.keepScreenOn(true);
  expect(vibrate.mock.calls).toEqual([['long']]);
  expect(keepScreenOn.mock.calls).toEqual([[true]]);
});
