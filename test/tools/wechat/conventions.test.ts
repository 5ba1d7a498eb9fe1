import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../../tools/wechat/files';

const ROOT = path.resolve(__dirname, '../../..');

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Record<string, unknown>;
}

describe('project.config.json', () => {
  const config = readJson('project.config.json');
  const setting = config['setting'] as Record<string, unknown>;

  test('names the mini program’s folder and one fixed base library', () => {
    expect(config['miniprogramRoot']).toBe('miniprogram/');
    expect(config['libVersion']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('compiles TypeScript, packs npm from the root, leaves out what is unused, minifies', () => {
    expect(setting).toMatchObject({
      useCompilerPlugins: ['typescript'],
      packNpmManually: true,
      packNpmRelationList: [
        { packageJsonPath: './package.json', miniprogramNpmDistDir: './miniprogram/' },
      ],
      ignoreUploadUnusedFiles: true,
      ignoreDevUnusedFiles: true,
      minified: true,
      minifyWXSS: true,
      minifyWXML: true,
    });
  });

  test('is uploaded as written: every phone of the minimum base library knows the syntax', () => {
    expect(setting).toMatchObject({ es6: false, enhance: false });
  });

  test('leaves the domain check on, and compile modes to the private settings', () => {
    expect(setting['urlCheck']).toBe(true);
    expect(config['condition']).toEqual({});
  });

  test('DevTools does not watch what is not the mini program', () => {
    const { ignore } = config['watchOptions'] as { ignore: string[] };
    for (const folder of ['simulator', 'sandbox', 'tools', 'test', 'bench', 'docs', '.cache']) {
      expect(ignore).toContain(`${folder}/**/*`);
    }
  });
});

describe('the private settings', () => {
  test('hold the switched-off domain check and the compile modes', () => {
    const example = readJson('project.private.config.example.json');
    expect(example['setting']).toMatchObject({ urlCheck: false });
    expect(example).toHaveProperty('condition.miniprogram.list');
  });

  test.each(['project.private.config.json', 'tools/wechat/node_modules', '.cache/wechat'])(
    'git ignores %s',
    (file) => {
      const ignored = execFileSync('git', ['check-ignore', '--no-index', `${file}/x`, file], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(ignored).toContain(file);
    },
  );
});

describe('the app', () => {
  const app = readJson('miniprogram/app.json');
  const pages = listFiles(path.join(ROOT, 'miniprogram')).filter(
    (file) => file.endsWith('.json') && !file.startsWith('miniprogram_npm/'),
  );

  test('has a dark mode, loads only what a page needs, is found by no search', () => {
    expect(app).toMatchObject({
      darkmode: true,
      themeLocation: 'theme.json',
      lazyCodeLoading: 'requiredComponents',
      sitemapLocation: 'sitemap.json',
    });
    const sitemap = readJson('miniprogram/sitemap.json');
    expect(sitemap['rules']).toEqual([{ action: 'disallow', page: '*' }]);
  });

  test('every theme value has its twin in the other theme', () => {
    const { light, dark } = readJson('miniprogram/theme.json') as Record<string, object>;
    expect(Object.keys(dark ?? {})).toEqual(Object.keys(light ?? {}));
  });

  test.each(pages)('%s asks for no other style and no other engine', (file) => {
    const json = readJson(`miniprogram/${file}`);
    for (const field of ['style', 'componentFramework', 'glassEaselWebview', 'renderer']) {
      expect(json).not.toHaveProperty(field);
    }
  });
});
