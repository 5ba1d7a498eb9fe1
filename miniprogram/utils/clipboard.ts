import { exportFailure } from './export-failure';

/** The phone's clipboard. */
export interface Clipboard {
  /** WeChat itself tells the person that something was copied. @throws ExportFailedError */
  copy(text: string): Promise<void>;
}

export function createClipboard(): Clipboard {
  return {
    copy: async (data) => {
      try {
        await wx.setClipboardData({ data });
      } catch (error) {
        throw exportFailure(error, 'notCopied');
      }
    },
  };
}
