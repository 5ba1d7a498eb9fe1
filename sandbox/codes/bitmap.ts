import type { ModuleGrid } from './modules';

/** A grey picture, one byte a pixel, white to begin with. */
export class Bitmap {
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.pixels = new Uint8Array(width * height).fill(0xff);
  }

  /** Draws the grid with its left upper corner at (left, top), in whole pixels a module. */
  draw(
    grid: ModuleGrid,
    left: number,
    top: number,
    moduleWidth: number,
    moduleHeight: number,
  ): void {
    for (let y = 0; y < grid.height; y += 1) {
      for (let x = 0; x < grid.width; x += 1) {
        if (grid.dark(x, y)) {
          this.blacken(left + x * moduleWidth, top + y * moduleHeight, moduleWidth, moduleHeight);
        }
      }
    }
  }

  private blacken(left: number, top: number, width: number, height: number): void {
    for (let y = top; y < top + height; y += 1) {
      this.pixels.fill(0, y * this.width + left, y * this.width + left + width);
    }
  }
}
