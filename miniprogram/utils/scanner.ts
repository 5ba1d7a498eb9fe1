import { ScanFailedError } from '../core/errors/scan-failed-error';

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
    scan: () =>
      new Promise((resolve, reject) => {
        wx.scanCode({
          // A picture from the album could be anybody's old code.
          onlyFromCamera: true,
          scanType: ['barCode', 'qrCode'],
          success: ({ result }) => {
            resolve(typeof result === 'string' ? result : '');
          },
          fail: ({ errMsg }) => {
            // "cancel" is part of the interface here (no errno tells it apart), not a localised text.
            if (/\bcancel\b/.test(errMsg)) resolve(null);
            else reject(new ScanFailedError());
          },
        });
      }),
  };
}
