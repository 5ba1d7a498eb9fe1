import { ScanFailedError } from '../core/errors/scan-failed-error';
import { isCancelled } from './wx-failure';

/** What is looked for: a customer's payment code, or a ticket's code with its bill. */
export type ScanTarget = 'payment' | 'bill';

/** The phone's scanner. */
export interface Scanner {
  /**
   * Opens the camera. Resolves to the raw text ('' for a code without text), or null when the person
   * cancelled.
   *
   * @throws ScanFailedError
   */
  scan(target: ScanTarget): Promise<string | null>;
}

/** Payment codes are shown as Code 128 and as QR; a ticket may bear a mini program code, too. */
const TYPES = {
  payment: ['barCode', 'qrCode'],
  bill: ['barCode', 'qrCode', 'wxCode'],
} as const;

export function createScanner(): Scanner {
  return {
    scan: async (target) => {
      try {
        const { result, path } = await wx.scanCode({
          // A picture from the album could be anybody's old code.
          onlyFromCamera: true,
          scanType: [...TYPES[target]],
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
