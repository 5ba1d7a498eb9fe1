import type { Environment } from '../environment';
import type { ScanSheet } from '../shell/scan-sheet';
import { asyncCall, CallError } from './call';

/**
 * Android shows the page before it hands over the code; iOS hands over the code while the page is
 * still hidden.
 */
export type ScanOrder = 'android' | 'ios';

interface ScanOptions {
  readonly onlyFromCamera?: boolean;
  readonly scanType?: readonly string[];
}

/** What WeChat reads where a page does not say. */
const DEFAULT_TYPES = ['barCode', 'qrCode', 'wxCode'];

/** How long iOS needs to show the page again, after `success` (ms). */
const IOS_SHOW_DELAY_MS = 200;

export class ScanApi {
  order: ScanOrder = 'android';

  constructor(
    private readonly environment: Environment,
    private readonly sheet: ScanSheet,
  ) {}

  get api(): Record<string, unknown> {
    return {
      scanCode: asyncCall(this.environment.logic, 'scanCode', (options) => this.scan(options)),
    };
  }

  private async scan({ scanType }: ScanOptions): Promise<object> {
    const { visibility } = this.environment;
    visibility.leave();
    try {
      const found = await this.sheet.open(scanType ?? DEFAULT_TYPES);
      if (found === undefined) throw new CallError('cancel');
      if (found === 'no-code') throw new CallError('');
      return { path: '', ...found, charSet: 'utf-8', rawData: base64(found.result) };
    } finally {
      if (this.order === 'android') visibility.enter();
      else window.setTimeout(() => visibility.enter(), IOS_SHOW_DELAY_MS);
    }
  }
}

const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));
