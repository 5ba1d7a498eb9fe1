import { findChromium } from '../../tools/browser/find.mjs';

const only =
  (...files: string[]) =>
  (file: string): boolean =>
    files.includes(file);

describe('finding a Chromium', () => {
  test.each([
    ['/usr/bin/google-chrome', ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']],
    ['/usr/bin/chromium', ['/usr/bin/google-chrome', '/usr/bin/chromium']],
    ['/cache/chrome', ['/cache/chrome']],
    [undefined, []],
  ])('%s, when there are %j', (expected, files) => {
    const exists = only(...files);
    expect(findChromium({ env: {}, exists, playwrightPath: '/cache/chrome' })).toBe(expected);
  });

  test('CHROMIUM_PATH goes before all others', () => {
    const exists = only('/mine', '/usr/bin/chromium');
    expect(findChromium({ env: { CHROMIUM_PATH: '/mine' }, exists })).toBe('/mine');
  });

  test('a wrong CHROMIUM_PATH is told', () => {
    const exists = only('/usr/bin/chromium');
    expect(() => findChromium({ env: { CHROMIUM_PATH: '/no' }, exists })).toThrow(/CHROMIUM_PATH/);
  });
});
