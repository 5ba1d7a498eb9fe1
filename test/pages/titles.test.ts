import { readFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../../miniprogram/config/words';

const root = path.join(__dirname, '../../miniprogram');
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>;

test.each(read('app.json')['pages'] as string[])('%s: title as in the words file', (page) => {
  const name = path.basename(page) as 'login';
  expect(read(`${page}.json`)['navigationBarTitleText']).toBe(words[name].title);
});
