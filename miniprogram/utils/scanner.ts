import { ScanFailedError } from '../core/errors/scan-failed-error';
import { isCancelled } from './wx-failure';

/** The phone's scanner. */
export interface Scanner {
  /**
   * Opens the camera for Code 128 and QR. Resolves to the raw text ('' for a code without text), or
   * null when the person cancelled.
   *
   * @throws ScanFailedError
   */
  scan(): Promise<string | null>;
}

export function createScanner(): Scanner {
  return {
    scan: async () => {
      try {
        const { result, path } = await wx.scanCode({
          // A picture from the album could be anybody's old code.
          onlyFromCamera: true,
          scanType: ['barCode', 'qrCode'],
        });
        // Of a mini program code of our own WeChat gives the page that it would open.
        const text: unknown = path || result;
        return typeof text === 'string' ? text : '';
      } catch (error) {
        if (isCancelled(error)) return null;
        throw new ScanFailedError();
      }
    },
  };
}
