import { createScanner } from '../../miniprogram/utils/scanner';
import { argumentsOf, type Callbacks, installWx, promising } from '../support/world/fake-wx';

const scanCode = jest.fn<unknown, [Callbacks]>();

beforeEach(() => {
  scanCode.mockReset();
  installWx({ scanCode: promising(scanCode) });
});

test.each([
  [{ result: '134567890123456789' }, '134567890123456789'],
  [{ result: ' \u001d134 ' }, ' \u001d134 '],
  [{ result: '' }, ''],
  [{}, ''],
  [{ result: null }, ''],
  [{ result: '', path: 'pages/collect/collect?scene=XS1' }, 'pages/collect/collect?scene=XS1'],
  [{ result: 'https://a.example', path: '/pages/a?x=1' }, '/pages/a?x=1'],
  [{ result: '134567890123456789', path: '' }, '134567890123456789'],
])('%j brings %j', async (result, text) => {
  scanCode.mockImplementation(({ success }) => success?.(result));
  expect(await createScanner().scan()).toBe(text);
  expect(scanCode).toHaveBeenCalledTimes(1);
});

test('only the camera, bar codes and QR codes', async () => {
  scanCode.mockImplementation(({ success }) => success?.({ result: '' }));
  await createScanner().scan();
  expect(argumentsOf(scanCode)[0]).toMatchObject({
    onlyFromCamera: true,
    scanType: ['barCode', 'qrCode'],
  });
});

test('a cancelled scan is no error', async () => {
  scanCode.mockImplementation(({ fail }) => fail?.({ errMsg: 'scanCode:fail cancel' }));
  expect(await createScanner().scan()).toBeNull();
});

test.each([{ errMsg: 'scanCode:fail' }, { errMsg: 'scanCode:fail permission denied' }, {}])(
  '%j is one',
  async (error) => {
    scanCode.mockImplementation(({ fail }) => fail?.(error));
    await expect(createScanner().scan()).rejects.toMatchObject({ code: 'scanFailed' });
  },
);
