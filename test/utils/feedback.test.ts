import { createFeedback } from '../../miniprogram/utils/feedback';
import { argumentsOf, type Callbacks, installWx } from '../support/world/fake-wx';

const fake = (): jest.Mock<unknown, [Callbacks]> => jest.fn(({ fail }: Callbacks) => fail?.({}));
const [vibrateShort, vibrateLong, setKeepScreenOn] = [fake(), fake(), fake()];

beforeEach(() => {
  for (const each of [vibrateShort, vibrateLong, setKeepScreenOn]) each.mockClear();
  installWx({ vibrateShort, vibrateLong, setKeepScreenOn });
});

test.each([
  ['tick', 'light'],
  ['short', 'heavy'],
] as const)('%s', (strength, type) => {
  createFeedback().vibrate(strength);
  expect(argumentsOf(vibrateShort)).toEqual([expect.objectContaining({ type })]);
  expect(vibrateLong).not.toHaveBeenCalled();
});

test('long', () => {
  createFeedback().vibrate('long');
  expect([vibrateShort, vibrateLong].map((each) => each.mock.calls.length)).toEqual([0, 1]);
});

test.each([true, false])('the screen stays on: %s', (on) => {
  createFeedback().keepScreenOn(on);
  expect(argumentsOf(setKeepScreenOn)).toEqual([expect.objectContaining({ keepScreenOn: on })]);
});
