import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';

/** Whether this machine can draw Chinese. Systems other than Linux always can. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

/** Without such a font the tests still pass, but every picture shows boxes: so only a warning. */
export function ensureChineseFont() {
  if (hasChineseFont()) return;
  if (aptInstall(['fontconfig', 'fonts-noto-cjk']) && hasChineseFont()) return;
  console.warn(
    'No Chinese font found: install fonts-noto-cjk (or any CJK font) to read the pages.',
  );
}
