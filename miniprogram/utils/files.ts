import { exportFailure } from './export-failure';
import { isCancelled } from './wx-failure';

/** Files of this mini program that people are meant to get: exports. */
export interface Files {
  /**
   * Writes a text as UTF-8, in the place of every export before it.
   *
   * @param extension of the file, without a dot: "csv", "txt"
   * @returns its path, for `share`
   * @throws ExportFailedError (full, notWritten)
   */
  write(extension: string, text: string): Promise<string>;
  /**
   * Opens WeChat's list of chats to send a file to. WeChat allows it only in a tap: call it from the
   * tap's own handler, with nothing awaited before.
   *
   * @param name of the file as the receiver sees it
   * @returns false when the person cancelled
   * @throws ExportFailedError
   */
  share(path: string, name: string): Promise<boolean>;
}

/** What exports are called in the mini program's folder; the rest of the folder is not ours to clear. */
const STEM = 'export.';

export function createFiles(): Files {
  return {
    write: async (extension, text) => {
      const folder = wx.env.USER_DATA_PATH;
      const name = `${STEM}${extension}`;
      await removeExports(folder, name);
      const path = `${folder}/${name}`;
      await writeText(path, text);
      return path;
    },
    share: async (filePath, fileName) => {
      try {
        await wx.shareFileMessage({ filePath, fileName });
        return true;
      } catch (error) {
        if (isCancelled(error)) return false;
        throw exportFailure(error, 'notSent');
      }
    },
  };
}

function writeText(filePath: string, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'utf8',
      success: () => {
        resolve();
      },
      fail: (error) => {
        reject(exportFailure(error, 'notWritten'));
      },
    });
  });
}

/** Older exports are of no use to anybody. One that cannot be removed does no harm either. */
async function removeExports(folder: string, keep: string): Promise<void> {
  const files = await new Promise<readonly string[]>((resolve) => {
    wx.getFileSystemManager().readdir({
      dirPath: folder,
      success: (result) => {
        resolve(result.files);
      },
      fail: () => {
        resolve([]);
      },
    });
  });
  const older = files.filter((name) => name.startsWith(STEM) && name !== keep);
  await Promise.all(older.map((name) => remove(`${folder}/${name}`)));
}

function remove(filePath: string): Promise<void> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().unlink({
      filePath,
      complete: () => {
        resolve();
      },
    });
  });
}
