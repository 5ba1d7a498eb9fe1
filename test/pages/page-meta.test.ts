import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../miniprogram');
const { pages } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as {
  pages: string[];
};

// WeChat takes it as the first node only.
test.each(pages)('%s follows the font size set in WeChat', (page) => {
  expect(readFileSync(path.join(root, `${page}.wxml`), 'utf8')).toMatch(
    /^<page-meta page-font-size="system" root-font-size="system" \/>\n/,
  );
});

const styleSheets = ['app.wxss', ...stylesIn('pages'), ...stylesIn('components')];
/** Heights of what a finger hits are px: `max(44px, …)` is let through. */
const TEXT_IN_PX = /(?:font-size|line-height):[^;]*?(?<!max\()\b\d+(?:\.\d+)?px/;

test.each(styleSheets)('%s sets text in rem', (file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  expect(text.split('\n').filter((line) => TEXT_IN_PX.test(line))).toEqual([]);
});

function stylesIn(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.wxss')).map((file) => path.join(folder, file));
}
