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
  expect(await createScanner().scan('payment')).toBe(text);
  expect(scanCode).toHaveBeenCalledTimes(1);
});

test.each([
  ['payment', ['barCode', 'qrCode']],
  // WeChat counts mini program codes as a type of their own.
  ['bill', ['barCode', 'qrCode', 'wxCode']],
] as const)('only the camera; for a %s: %j', async (target, scanType) => {
  scanCode.mockImplementation(({ success }) => success?.({ result: '' }));
  await createScanner().scan(target);
  expect(argumentsOf(scanCode)[0]).toMatchObject({ onlyFromCamera: true, scanType });
});

test('a cancelled scan is no error', async () => {
  scanCode.mockImplementation(({ fail }) => fail?.({ errMsg: 'scanCode:fail cancel' }));
  expect(await createScanner().scan('payment')).toBeNull();
});

test.each([{ errMsg: 'scanCode:fail' }, { errMsg: 'scanCode:fail permission denied' }, {}])(
  '%j is one',
  async (error) => {
    scanCode.mockImplementation(({ fail }) => fail?.(error));
    await expect(createScanner().scan('payment')).rejects.toMatchObject({ code: 'scanFailed' });
  },
);
