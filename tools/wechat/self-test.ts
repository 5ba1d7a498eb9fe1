// `npm run wechat:test`: shows that the official compile and the schemas catch planted mistakes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './install';
import { OfflineCompiler } from './run-official';
import { validateJson } from './schemas';

const ROOT = path.resolve(__dirname, '..', '..');

interface Plant {
  readonly name: string;
  /** Changes to the sound project: a file's new text, or null to take it away. */
  readonly change: Readonly<Record<string, string | null>>;
  /** What the finding must speak of; null when there must be none. */
  readonly caught: RegExp | null;
}

const PAGE = { usingComponents: { 'own-tag': '/components/tag/tag' } };
const APP = { pages: ['pages/home/home'], themeLocation: 'theme.json', darkmode: true };

/** A mini program as small as can be, set as ours is. */
const SOUND: Readonly<Record<string, string>> = {
  'project.config.json': readFileSync(path.join(ROOT, 'project.config.json'), 'utf8'),
  'miniprogram/app.json': JSON.stringify(APP),
  'miniprogram/app.ts': "import { word } from './core/word';\nApp({ globalData: { word } });\n",
  'miniprogram/app.wxss': 'page { color: #000; }\n',
  'miniprogram/core/word.ts': "export const word: string = '词';\n",
  'miniprogram/sitemap.json': '{ "rules": [{ "action": "disallow", "page": "*" }] }',
  'miniprogram/theme.json': '{ "light": { "text": "black" }, "dark": { "text": "white" } }',
  'miniprogram/pages/home/home.ts': 'Component({ methods: {} });\n',
  'miniprogram/pages/home/home.json': JSON.stringify(PAGE),
  'miniprogram/pages/home/home.wxml': '<own-tag />\n',
  'miniprogram/components/tag/tag.ts': 'Component({});\n',
  'miniprogram/components/tag/tag.json': '{ "component": true }',
  'miniprogram/components/tag/tag.wxml': '<view>词</view>\n',
};

const compilePlants: readonly Plant[] = [
  {
    name: 'a TypeScript syntax error',
    change: { 'miniprogram/core/word.ts': "export const word: string = '词;\n" },
    caught: /word\.ts/,
  },
  {
    name: 'broken WXSS',
    change: { 'miniprogram/app.wxss': 'page { color: #000;\n.a { : }\n' },
    caught: /app\.wxss/,
  },
  {
    name: 'a page that is not there',
    change: {
      'miniprogram/app.json': JSON.stringify({ ...APP, pages: [...APP.pages, 'pages/gone/gone'] }),
    },
    caught: /pages\/gone\/gone/,
  },
  {
    name: 'a component that is not there',
    change: {
      'miniprogram/pages/home/home.json':
        '{ "usingComponents": { "own-tag": "/components/gone" } }',
    },
    caught: /components\/gone|own-tag/,
  },
  // Last: the same process has met all the mistakes.
  { name: 'a sound project', change: {}, caught: null },
];

const schemaPlants: readonly Plant[] = [
  { name: 'sound JSON', change: {}, caught: null },
  {
    name: 'a misspelt field of app.json',
    change: { 'miniprogram/app.json': JSON.stringify({ ...APP, lazyCodeLoadng: 'x' }) },
    caught: /app\.json.*lazyCodeLoadng/,
  },
  {
    name: 'a misspelt field of a page',
    change: { 'miniprogram/pages/home/home.json': '{ "navigationBarTitelText": "词" }' },
    caught: /home\.json.*navigationBarTitelText/,
  },
  {
    name: 'a wrong kind of value in a component',
    change: { 'miniprogram/components/tag/tag.json': '{ "component": "yes" }' },
    caught: /tag\.json.*component/,
  },
  {
    name: 'a misspelt setting of project.config.json',
    change: { 'project.config.json': '{ "setting": { "minifed": true } }' },
    caught: /project\.config\.json.*minifed/,
  },
  {
    name: 'a misspelt field of sitemap.json',
    change: { 'miniprogram/sitemap.json': '{ "rules": [{ "action": "disallow", "pages": "*" }] }' },
    caught: /sitemap\.json.*pages/,
  },
  {
    name: 'a colour of theme.json that is no text',
    change: { 'miniprogram/theme.json': '{ "light": { "text": 1 }, "dark": {} }' },
    caught: /theme\.json.*text/,
  },
  {
    name: 'a theme value that the field does not take in the dark',
    change: {
      'miniprogram/app.json': JSON.stringify({
        ...APP,
        window: { navigationBarTextStyle: '@text' },
      }),
      'miniprogram/theme.json': '{ "light": { "text": "black" }, "dark": { "text": "grey" } }',
    },
    caught: /app\.json.*navigationBarTextStyle/,
  },
];

/** The findings of one planted project. */
type Look = (root: string) => Promise<string[]> | string[];

const compileBy =
  (compiler: OfflineCompiler): Look =>
  async (root) => {
    try {
      const { files } = await compiler.compile(root, 'touristappid', path.join(root, 'out'));
      return files.some(({ file }) => file === 'app.js') ? [] : ['nothing was compiled'];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  };

async function tryPlant(plant: Plant, look: Look): Promise<boolean> {
  const root = mkdtempSync(path.join(tmpdir(), 'wechat-plant-'));
  try {
    for (const [file, text] of Object.entries({ ...SOUND, ...plant.change })) {
      if (text === null) continue;
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const findings = await look(root);
    const { caught } = plant;
    const good =
      caught === null ? findings.length === 0 : findings.some((finding) => caught.test(finding));
    console.log(`${good ? 'ok    ' : 'FAILED'} ${plant.name}`);
    if (!good) console.log(`       found: ${findings.join('\n       ') || 'nothing'}`);
    return good;
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function main(): Promise<void> {
  ensureInstalled();
  const results: boolean[] = [];
  for (const plant of schemaPlants) results.push(await tryPlant(plant, validateJson));
  const compiler = new OfflineCompiler();
  try {
    const compile = compileBy(compiler);
    for (const plant of compilePlants) results.push(await tryPlant(plant, compile));
  } finally {
    compiler.close();
  }
  const failed = results.filter((good) => !good).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
