import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { miniprogramLayers } from '../../tools/lint/layers.mjs';

const root = path.resolve(__dirname, '../..');

/** Our own configurations alone: the presets beside them need type information, and are not ours. */
const config = [
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
  },
  ...miniprogramLayers,
] as Linter.Config[];

function lint(file: string, code: string): string[] {
  const messages = new Linter({ cwd: root }).verify(code, config, path.join(root, file));
  return messages.map((message) => message.message);
}

describe('a planted mistake is caught', () => {
  test.each([
    ['miniprogram/pages/a/a.ts', 'const text = n.toLocaleString();', /toLocale/],
    ['miniprogram/pages/a/a.ts', "const text = n['toLocaleString']();", /toLocale/],
    ['miniprogram/services/a.ts', 'list.sort((a, b) => a.localeCompare(b));', /localeCompare/],
    ['miniprogram/pages/a/a.ts', "const at = new Date('2024-01-02');", /from a string/],
    ['miniprogram/services/a.ts', 'const at = new Date(text);', /from a string/],
    ['miniprogram/core/time.ts', "const at = new Date('2024-01-02');", /from a string/],
    ['miniprogram/core/time.ts', 'const at = new Date(`${day}T00:00`);', /from a string/],
    ['miniprogram/core/time.ts', 'const at = new Date();', /reads the clock/],
    ['miniprogram/utils/a.ts', 'const at = Date.parse(text);', /date string/],
    ['miniprogram/app.ts', 'const text = String(Date());', /reads the clock/],
    ['miniprogram/core/a.ts', 'const tail = /(?<=-)\\d+/;', /older iPhones/],
    ['miniprogram/core/a.ts', 'const head = /\\d+(?<!0)/;', /older iPhones/],
    ['miniprogram/core/a.ts', "const tail = new RegExp('(?<=-)1');", /older iPhones/],
    ['miniprogram/core/a.ts', 'const letters = /^\\p{L}+$/u;', /error on Android/],
    ['miniprogram/core/a.ts', 'const others = /[^\\P{L}]/u;', /error on Android/],
    ['miniprogram/core/a.ts', "const letters = new RegExp('\\\\p{L}', 'u');", /error on Android/],
    [
      'miniprogram/core/a.ts',
      'const letters = new RegExp(`\\\\p{${a}}`, "u");',
      /error on Android/,
    ],
    ['miniprogram/core/a.ts', "const bill = text.normalize('NFKC');", /nothing on Android/],
    ['miniprogram/core/a.ts', "const bill = text['normalize']();", /nothing on Android/],
    ['miniprogram/core/a.ts', 'const fold = String.prototype.normalize;', /nothing on Android/],
    ['miniprogram/core/a.ts', "const order = new Intl.Collator('zh');", /Intl/],
    ['miniprogram/utils/a.ts', "eval('1');", /switched off/],
    ['miniprogram/utils/a.ts', "const f = Function('return 1');", /switched off/],
    ['miniprogram/pages/a/a.ts', 'const f = new Intl.NumberFormat();', /Intl/],
    ['miniprogram/pages/a/a.ts', "document.title = '收款';", /document/],
    ['miniprogram/pages/a/a.ts', "fetch('/x');", /fetch/],
    ['miniprogram/pages/a/a.ts', 'const u = new URL(text);', /URL/],
    ['miniprogram/pages/a/a.ts', 'const n = Math.random();', /guessable/],
    ['miniprogram/pages/a/a.ts', 'const fen = parseFloat(text) * 100;', /whole fen/],
    ['miniprogram/pages/a/a.ts', 'const yuan = (fen / 100).toFixed(2);', /whole fen/],
    ['miniprogram/pages/a/a.ts', 'console.log(code);', /console/],
    ['miniprogram/pages/a/a.ts', "const later = import('../../core/money');", /import\(\)/],
    ['miniprogram/pages/a/a.ts', "const m = require('../../core/money');", /require/],
    ['miniprogram/core/a.ts', "wx.setStorage({ key: 'a' });", /wx stays/],
    ['miniprogram/core/a.ts', 'const now = Date.now();', /as an argument/],
    ['miniprogram/core/a.ts', 'const now = new Date();', /reads the clock/],
    ['miniprogram/core/a.ts', 'setTimeout(run, 5);', /timers/],
    ['miniprogram/services/a.ts', "wx.request({ url: 'x' });", /wx stays/],
  ])('%s: %s', (file, code, message) => {
    expect(lint(file, code)).toEqual([expect.stringMatching(message)]);
  });
});

/** What is there in a browser or in Node, and not on a phone. */
const ABSENT = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch'],
  ...['XMLHttpRequest', 'WebSocket', 'AbortController', 'TextEncoder', 'TextDecoder', 'URL'],
  ...['URLSearchParams', 'atob', 'btoa', 'crypto', 'structuredClone', 'queueMicrotask'],
  ...['setImmediate', 'requestAnimationFrame', 'performance', 'alert', 'process', 'Buffer'],
  ...['global', 'globalThis', 'self', 'Blob', 'FormData', 'Event', 'Image'],
];

test.each(['core', 'config', 'utils', 'services', 'pages', 'components'])(
  'in %s what a phone lacks is refused by name',
  (layer) => {
    const code = ABSENT.map((name, index) => `export const a${index} = ${name};`).join('\n');
    expect(lint(`miniprogram/${layer}/a.ts`, code)).toEqual(
      ABSENT.map((name): unknown =>
        expect.stringContaining(`${name} does not exist in a mini program`),
      ),
    );
  },
);

describe('what is allowed passes', () => {
  test.each([
    ['miniprogram/pages/a/a.ts', "wx.navigateTo({ url: '/pages/b/b' });"],
    ['miniprogram/core/time.ts', 'const hours = new Date(now).getHours();'],
    ['miniprogram/core/a.ts', 'const at = Date.UTC(2024, 0);'],
    ['miniprogram/core/a.ts', 'const text = /(?<year>\\d+)(?:-)(?=\\d)(?!0)/;'],
    ['miniprogram/utils/crypto.ts', "const load = () => require('crypto-js');"],
    ['miniprogram/utils/random.ts', 'const fraction = () => Math.random();'],
  ])('%s: %s', (file, code) => {
    expect(lint(file, code)).toEqual([]);
  });
});

describe('WXSS', () => {
  /** By command, as `npm run lint` does: stylelint's module cannot be required. */
  function check(code: string): string[] {
    const bin = path.join(root, 'node_modules/stylelint/bin/stylelint.mjs');
    const args = [bin, '--stdin', '--stdin-filename', 'a.wxss', '--formatter', 'json'];
    const { stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      input: code,
      encoding: 'utf8',
    });
    const [result] = JSON.parse(stderr) as { warnings: { text: string }[] }[];
    return (result?.warnings ?? []).map((warning) => warning.text);
  }

  test(':active is refused: feedback is hover-class', () => {
    const found = check('.key:active {\n  opacity: 0.5;\n}\n');
    expect(found).toEqual([expect.stringContaining('hover-class')]);
  });

  test('a broken block is told', () => {
    expect(check('.key {\n  colour: red;\n}\n')).toEqual([
      expect.stringContaining('property-no-unknown'),
    ]);
  });

  test('rpx, page and :host are WeChat’s own and pass', () => {
    const code = 'page {\n  width: 750rpx;\n}\n\n:host {\n  display: block;\n}\n';
    expect(check(code)).toEqual([]);
  });
});
