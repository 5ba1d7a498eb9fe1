import { CODE128_QUIET, QR_QUIET, code128Modules, qrModules, type ModuleGrid } from './modules';

/** Height of the bars in modules: about a fifth of the width, as on WeChat's own page. */
const BAR_HEIGHT = 30;

export function code128Svg(text: string): string {
  return svg(code128Modules(text), CODE128_QUIET, BAR_HEIGHT, true);
}

export function qrSvg(text: string): string {
  return svg(qrModules(text), QR_QUIET, 1, false);
}

/** One path of dark runs on white; scales without blur. */
function svg(grid: ModuleGrid, quiet: number, rowHeight: number, stretch: boolean): string {
  const runs: string[] = [];
  for (let y = 0; y < grid.height; y += 1) {
    for (let x = 0; x < grid.width; x += 1) {
      let run = 0;
      while (x + run < grid.width && grid.dark(x + run, y)) run += 1;
      if (run > 0)
        runs.push(
          `M${x + quiet} ${y * rowHeight + quietAbove(quiet, stretch)}h${run}v${rowHeight}h-${run}z`,
        );
      x += run;
    }
  }
  const width = grid.width + 2 * quiet;
  const height = grid.height * rowHeight + 2 * quietAbove(quiet, stretch);
  const fit = stretch ? ' preserveAspectRatio="none"' : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"${fit} shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${runs.join('')}"/></svg>`
  );
}

/** Bars need no quiet zone above and below. */
function quietAbove(quiet: number, bars: boolean): number {
  return bars ? 0 : quiet;
}
