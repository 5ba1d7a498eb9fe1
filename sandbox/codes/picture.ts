import { Bitmap } from './bitmap';
import { CODE128_QUIET, code128Modules, qrModules, type ModuleGrid } from './modules';
import { pngOf } from './png';

/** Which symbols a picture shows. */
export const PICTURE_TYPES = ['both', 'code128', 'qr'] as const;

export type PictureType = (typeof PICTURE_TYPES)[number];

/** Pixels. */
const WIDTH = 720;
/** Also the quiet zone: four modules of the QR code. */
const MARGIN = 64;
const BAR_HEIGHT = 200;
const QR_MODULE = 16;

/** A symbol with its place in the picture. */
interface Placed {
  grid: ModuleGrid;
  moduleWidth: number;
  moduleHeight: number;
}

/** The payment code as a picture that any decoder reads: whole pixels a module, wide margins. */
export function codePicture(text: string, type: PictureType): Buffer {
  const parts: Placed[] = [];
  if (type !== 'qr') parts.push(bars(text));
  if (type !== 'code128') parts.push(square(text));
  const height = parts.reduce((sum, part) => sum + heightOf(part) + MARGIN, MARGIN);
  const bitmap = new Bitmap(WIDTH, height);
  let top = MARGIN;
  for (const part of parts) {
    const left = Math.floor((WIDTH - part.grid.width * part.moduleWidth) / 2);
    bitmap.draw(part.grid, left, top, part.moduleWidth, part.moduleHeight);
    top += heightOf(part) + MARGIN;
  }
  return pngOf(bitmap);
}

function bars(text: string): Placed {
  const grid = code128Modules(text);
  const moduleWidth = Math.floor(WIDTH / (grid.width + 2 * CODE128_QUIET));
  return { grid, moduleWidth, moduleHeight: BAR_HEIGHT };
}

function square(text: string): Placed {
  const grid = qrModules(text);
  return { grid, moduleWidth: QR_MODULE, moduleHeight: QR_MODULE };
}

function heightOf(part: Placed): number {
  return part.grid.height * part.moduleHeight;
}
