import { createClipboard } from '../../miniprogram/utils/clipboard';
import { argumentsOf, type Callbacks, installWx, promising } from '../support/world/fake-wx';

const setClipboardData = jest.fn<unknown, [Callbacks]>();

beforeEach(() => {
  setClipboardData.mockReset();
  installWx({ setClipboardData: promising(setClipboardData) });
});

test('a text is copied', async () => {
  setClipboardData.mockImplementation(({ success }) => success?.({}));
  await createClipboard().copy('单号,金额');
  expect(argumentsOf(setClipboardData)).toMatchObject([{ data: '单号,金额' }]);
});

test.each([
  [{ errno: 104 }, 'privacyRefused'],
  [{ errno: 112 }, 'privacyUndeclared'],
  [{ errMsg: 'setClipboardData:fail' }, 'notCopied'],
])('a copy that fails with %j: %s', async (error, reason) => {
  setClipboardData.mockImplementation(({ fail }) => fail?.(error));
  await expect(createClipboard().copy('x')).rejects.toMatchObject({ code: 'exportFailed', reason });
});
