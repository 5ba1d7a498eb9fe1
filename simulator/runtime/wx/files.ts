import type { Environment } from '../environment';
import { asyncCall, CallError } from './call';
import type { PhoneStorage } from './storage';

/** The mini program's own folder, as phones call it. */
const USER_DATA_PATH = 'wxfile://usr';
const PREFIX = 'wx-file:';

/** WeChat's numbers for what goes wrong with files. */
const ERRNO = { missing: 1300002, io: 1300005, denied: 1300013, full: 1300202 } as const;

type ReadOptions = { filePath: string; encoding?: string };
type WriteOptions = ReadOptions & { data: unknown };

const missing = (path: string): CallError =>
  new CallError(`no such file or directory ${path}`, ERRNO.missing);

/** Text files of the mini program: kept in the browser, so that they outlive the app. */
export class PhoneFiles {
  write(path: string, text: string): void {
    this.checkPlace(path);
    try {
      localStorage.setItem(PREFIX + path, text);
    } catch {
      throw new CallError('the maximum size of the file storage limit is exceeded', ERRNO.full);
    }
  }

  read(path: string): string {
    const text = localStorage.getItem(PREFIX + path);
    if (text === null) throw missing(path);
    return text;
  }

  remove(path: string): void {
    this.read(path);
    localStorage.removeItem(PREFIX + path);
  }

  list(folder: string): string[] {
    const start = `${PREFIX}${folder}/`;
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(start.length));
  }

  /** Files lie flat in the one folder: the simulator makes no others. */
  private checkPlace(path: string): void {
    const name = path.startsWith(`${USER_DATA_PATH}/`) ? path.slice(USER_DATA_PATH.length + 1) : '';
    if (name === '') throw new CallError(`permission denied, open "${path}"`, ERRNO.denied);
    if (name.includes('/')) throw missing(path);
  }
}

/** wx.env and the file system: text only. A phone without room for storage has none for files. */
export function filesApi(
  { logic }: Environment,
  storage: PhoneStorage,
  files: PhoneFiles,
): Record<string, unknown> {
  async function beforeWrite(): Promise<void> {
    if (storage.fault === 'full') {
      throw new CallError('the maximum size of the file storage limit is exceeded', ERRNO.full);
    }
    if (storage.fault === 'write') throw new CallError('Input/output error', ERRNO.io);
    await storage.beforeWrite();
  }
  const manager = {
    writeFile: asyncCall(logic, 'writeFile', async ({ filePath, data }: WriteOptions) => {
      if (typeof data !== 'string') throw new CallError('the simulator writes text only');
      await beforeWrite();
      files.write(filePath, data);
      return {};
    }),
    readFile: asyncCall(logic, 'readFile', ({ filePath, encoding }: ReadOptions) => {
      const data = files.read(filePath);
      return { data: encoding === undefined ? new TextEncoder().encode(data).buffer : data };
    }),
    unlink: asyncCall(logic, 'unlink', async ({ filePath }: ReadOptions) => {
      await storage.beforeWrite();
      files.remove(filePath);
      return {};
    }),
    readdir: asyncCall(logic, 'readdir', ({ dirPath }: { dirPath: string }) => ({
      files: files.list(dirPath),
    })),
  };
  return { env: { USER_DATA_PATH }, getFileSystemManager: () => manager };
}
