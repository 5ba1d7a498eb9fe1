import { restart } from '../../miniprogram/utils/restart';
import { argumentsOf, type Callbacks, installWx } from '../support/world/fake-wx';

const restartMiniProgram = jest.fn<unknown, [Callbacks]>();

beforeEach(() => {
  restartMiniProgram.mockReset();
  installWx({ restartMiniProgram });
});

test('the app starts anew at the page', async () => {
  restartMiniProgram.mockImplementation(({ success }) => success?.({}));
  await expect(restart('pages/collect/collect')).resolves.toBe(true);
  expect(argumentsOf(restartMiniProgram)).toMatchObject([{ path: 'pages/collect/collect' }]);
});

test('WeChat would not', async () => {
  restartMiniProgram.mockImplementation(({ fail }) => fail?.({ errMsg: 'fail' }));
  await expect(restart('pages/collect/collect')).resolves.toBe(false);
});
