import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

export interface ScannedCode {
  readonly result: string;
  /** WeChat's name of the code's kind. */
  readonly scanType: string;
  /** The page that a mini program code of this app opens; of no other code. */
  readonly path?: string;
}

// By default the decoder comes from a CDN; the simulator serves its own copy.
prepareZXingModule({ overrides: { locateFile: () => '/__sim/zxing_reader.wasm' } });

/** The decoder's names for what wx.scanCode calls a bar code and a QR code, with WeChat's names. */
const FORMATS = {
  barCode: { Code128: 'CODE_128', 'EAN-13': 'EAN_13', EAN13: 'EAN_13', EAN8: 'EAN_8' },
  qrCode: { QRCode: 'QR_CODE' },
} as const;

/** The first code in a picture or camera frame, or undefined. */
export async function decode(
  picture: Blob | ImageData,
  scanType: readonly string[],
): Promise<ScannedCode | undefined> {
  const found = await readBarcodes(picture, {
    formats: [
      ...(scanType.includes('barCode') ? (['Code128', 'EAN13', 'EAN8'] as const) : []),
      ...(scanType.includes('qrCode') ? (['QRCode'] as const) : []),
    ],
    tryHarder: true,
    // As WeChat brings them; by default control characters would be spelt out, `<GS>`.
    textMode: 'Plain',
    maxNumberOfSymbols: 1,
  });
  const code = found.find((one) => one.isValid);
  if (code === undefined) return undefined;
  const names: Readonly<Record<string, string>> = { ...FORMATS.barCode, ...FORMATS.qrCode };
  return { result: code.text, scanType: names[code.format] ?? code.format };
}
