import { existsSync, readdirSync } from 'node:fs';
import { chooseSpecs, chooseTests, specsOf } from '../../../tools/touched/choose.mjs';
import { SPEC_TABLE } from '../../../tools/touched/spec-table.mjs';
import { listFiles } from '../../../tools/wechat/files';

const folders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}/`);

describe('the table', () => {
  test('names specs that there are', () => {
    const named = [...new Set(Object.values(SPEC_TABLE).flat())];
    expect(named.filter((name) => !existsSync(`test/e2e/${name}.spec.ts`))).toEqual([]);
  });

  test('every line is of files that there are', () => {
    const gone = Object.keys(SPEC_TABLE).filter((start) => {
      const [, folder = '', name = ''] = /^((?:[^/]+\/)+)(.*)$/.exec(start) ?? [];
      return !existsSync(folder) || !readdirSync(folder).some((file) => file.startsWith(name));
    });
    expect(gone).toEqual([]);
  });

  test('every page has specs of its own', () => {
    expect(folders('miniprogram/pages').filter((page) => !(page in SPEC_TABLE))).toEqual([]);
  });

  test('every file of the app, of its server and of its simulator has one', () => {
    const files = ['miniprogram', 'sandbox', 'simulator'].flatMap((folder) =>
      listFiles(folder).map((file) => `${folder}/${file}`),
    );
    expect(files.filter((file) => specsOf(file).length === 0)).toEqual([]);
  });
});

describe('end-to-end tests', () => {
  test('the most telling of each file before the second of any; the rest is told', () => {
    const files = ['miniprogram/pages/login/login.ts', 'miniprogram/pages/settings/settings.wxml'];
    expect(chooseSpecs(files, 3)).toEqual({
      run: ['sign-in', 'settings', 'early-hands'],
      left: ['change-server', 'kept-session'],
    });
  });

  test('a changed spec is run itself; what no browser shows has none', () => {
    const files = ['test/e2e/simulator/scan.spec.ts', 'docs/release.md', 'tools/sounds.ts'];
    expect(chooseSpecs(files, 3)).toEqual({ run: ['simulator/scan'], left: [] });
  });
});

describe('unit tests', () => {
  const all = [
    'test/core/attempt.test.ts',
    'test/core/attempt-record.test.ts',
    'test/pages/collect.test.ts',
    'test/pages/collect-bill.test.ts',
    'test/services/collect.test.ts',
    'test/tools/sounds.test.ts',
  ];

  test.each([
    ['miniprogram/pages/collect/collect.wxml', all.slice(2, 4)],
    ['miniprogram/core/attempt.ts', all.slice(0, 2)],
    ['tools/sounds.ts', all.slice(5)],
    ['README.md', []],
  ])('%s: those named after it', (file, tests) => {
    expect(chooseTests([file], all, [], 9).run).toEqual(tests);
  });

  test('the changed ones, then those named after it, then who imports it; each once', () => {
    const files = ['miniprogram/core/attempt.ts', 'test/pages/collect.test.ts'];
    const related = ['test/core/attempt.test.ts', 'test/services/collect.test.ts'];
    expect(chooseTests(files, all, related, 3)).toEqual({
      run: [
        'test/pages/collect.test.ts',
        'test/core/attempt.test.ts',
        'test/core/attempt-record.test.ts',
      ],
      left: ['test/services/collect.test.ts'],
    });
  });
});
