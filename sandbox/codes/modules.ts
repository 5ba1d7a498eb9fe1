import { raw } from 'bwip-js/node';

/** A black-and-white drawing, one cell a module; `true` is black. Rows from top to bottom. */
export interface ModuleGrid {
  width: number;
  height: number;
  dark(x: number, y: number): boolean;
}

/** Light modules that the symbol's standard demands around it. */
export const CODE128_QUIET = 10;
export const QR_QUIET = 4;

/** Code 128 as one row of modules, without its quiet zone. */
export function code128Modules(text: string): ModuleGrid {
  const [drawing] = raw({ bcid: 'code128', text });
  if (!drawing || !('sbs' in drawing)) throw new Error('Code 128 could not be drawn');
  const row = drawing.sbs.flatMap((width, index) =>
    Array.from({ length: width }, () => index % 2 === 0),
  );
  return { width: row.length, height: 1, dark: (x) => row[x] ?? false };
}

/** A QR code with error correction M, without its quiet zone. */
export function qrModules(text: string): ModuleGrid {
  const [drawing] = raw('qrcode', text, { eclevel: 'M' } as object);
  if (!drawing || !('pixs' in drawing)) throw new Error('the QR code could not be drawn');
  const { pixs, pixx, pixy } = drawing;
  return { width: pixx, height: pixy, dark: (x, y) => pixs[y * pixx + x] === 1 };
}
