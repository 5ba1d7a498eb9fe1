import { createFiles } from '../../miniprogram/utils/files';
import { argumentsOf, type Callbacks, installWx, promising } from '../support/world/fake-wx';

type Call = Callbacks & { readonly complete?: () => void };

const writeFile = jest.fn<unknown, [Call]>();
const readdir = jest.fn<unknown, [Call]>();
const unlink = jest.fn<unknown, [Call]>();
const shareFileMessage = jest.fn<unknown, [Call]>();

beforeEach(() => {
  for (const fake of [writeFile, readdir, unlink, shareFileMessage]) fake.mockReset();
  writeFile.mockImplementation(({ success }) => success?.({}));
  readdir.mockImplementation(({ success }) => success?.({ files: [] }));
  unlink.mockImplementation(({ complete }) => complete?.());
  installWx({
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({ writeFile, readdir, unlink }),
    shareFileMessage: promising(shareFileMessage),
  });
});

test('a text is written as UTF-8 into the mini program’s folder', async () => {
  expect(await createFiles().write('csv', '售货单')).toBe('wxfile://usr/export.csv');
  expect(argumentsOf(writeFile)).toMatchObject([
    { filePath: 'wxfile://usr/export.csv', data: '售货单', encoding: 'utf8' },
  ]);
});

test('exports before it are removed; nothing else is', async () => {
  const files = ['export.txt', 'export.csv', 'other.csv', 'my-export.txt'];
  readdir.mockImplementation(({ success }) => success?.({ files }));
  await createFiles().write('csv', 'x');
  expect(argumentsOf(unlink)).toMatchObject([{ filePath: 'wxfile://usr/export.txt' }]);
});

test('a folder that cannot be listed does not stop an export', async () => {
  readdir.mockImplementation(({ fail }) => fail?.({ errMsg: 'readdir:fail' }));
  expect(await createFiles().write('csv', 'x')).toBe('wxfile://usr/export.csv');
});

test.each([
  [{ errno: 1300202 }, 'full'],
  [{ errCode: 1300202 }, 'full'],
  [{ errno: 1300005 }, 'notWritten'],
  [
    { errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded' },
    'notWritten',
  ],
  [undefined, 'notWritten'],
])('a write that fails with %j: %s', async (error, reason) => {
  writeFile.mockImplementation(({ fail }) => fail?.(error));
  await expect(createFiles().write('csv', 'x')).rejects.toMatchObject({
    code: 'exportFailed',
    reason,
  });
});

test('a file is shared in the same turn as it is asked for: WeChat wants a tap', async () => {
  shareFileMessage.mockImplementation(({ success }) => success?.({}));
  const sharing = createFiles().share('wxfile://usr/export.csv', '收款记录.csv');
  expect(argumentsOf(shareFileMessage)).toMatchObject([
    { filePath: 'wxfile://usr/export.csv', fileName: '收款记录.csv' },
  ]);
  expect(await sharing).toBe(true);
});

test('cancelling is no error', async () => {
  shareFileMessage.mockImplementation(({ fail }) =>
    fail?.({ errMsg: 'shareFileMessage:fail cancel' }),
  );
  expect(await createFiles().share('p', 'n')).toBe(false);
});

test.each([
  [{ errno: 104, errMsg: 'privacy permission is not authorized' }, 'privacyRefused'],
  [{ errno: 112 }, 'privacyUndeclared'],
  [{ errMsg: 'shareFileMessage:fail can only be invoked by user TAP gesture.' }, 'notSent'],
  [{}, 'notSent'],
])('a share that fails with %j: %s', async (error, reason) => {
  shareFileMessage.mockImplementation(({ fail }) => fail?.(error));
  await expect(createFiles().share('p', 'n')).rejects.toMatchObject({ reason });
});
