import { partOf, reportPackage, strayFiles } from '../../../tools/wechat/parts';

test.each([
  ['app.js', 'app'],
  ['sitemap.json', 'app'],
  ['pages/collect/collect.js', 'pages'],
  ['components/news-strip/news-strip.wxss', 'components'],
  ['shared.js', 'shared script'],
  ['services/start.js', 'services'],
  ['assets/logo.svg', 'assets'],
  ['assets/sounds/success.wav', 'assets'],
  ['miniprogram_npm/@vant/weapp/button/index.wxs', '@vant/weapp'],
  ['crypto.js', 'crypto-js'],
])('%s belongs to %s', (file, part) => {
  expect(partOf(file)).toBe(part);
});

test.each([
  'miniprogram_npm/lodash/index.js',
  'miniprogram_npm/crypto-js/index.js',
  '@babel/runtime/helpers/typeof.js',
  'services/pos/login.js',
  'core/errors/busy-error.js',
  'pages/collect/collect.test.js',
  'pages/demo/demo.js',
  'services/test/fake.js',
  'simulator/main.js',
  'docs/release.md',
  'package.json',
  'project.private.config.json',
  'core/verdict.ts',
])('%s has no place in the package', (file) => {
  expect(partOf(file)).toBeUndefined();
});

test('bytes are summed by part, the largest first, strays included', () => {
  const files = [
    { file: 'app.js', bytes: 10 },
    { file: 'app.json', bytes: 5 },
    { file: 'shared.js', bytes: 100 },
    { file: 'docs/a.md', bytes: 1 },
  ];
  expect(strayFiles(files)).toEqual(['docs/a.md']);
  expect(reportPackage(files, 60)).toEqual({
    total: 116,
    main: 116,
    gzip: 60,
    files: 4,
    parts: [
      { part: 'shared script', files: 1, bytes: 100 },
      { part: 'app', files: 2, bytes: 15 },
      { part: 'stray', files: 1, bytes: 1 },
    ],
  });
});

test('what belongs to a subpackage is no part of the main package', () => {
  const files = [
    { file: 'app.js', bytes: 10 },
    { file: 'owner/pages/shift/shift.js', bytes: 5 },
    { file: 'owners.js', bytes: 1 },
  ];
  expect(reportPackage(files, 0, ['/owner/'])).toMatchObject({ total: 16, main: 11 });
});
