import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;

const own = manifest('.');
const shipped = Object.keys(own.dependencies ?? {});

test('only two packages reach a phone, and they bring no others', () => {
  expect(shipped).toEqual(['@vant/weapp', 'crypto-js']);
  for (const name of shipped) {
    expect(manifest(`node_modules/${name}`).dependencies ?? {}).toEqual({});
  }
});

test('every version is exact', () => {
  const versions = Object.values({ ...own.dependencies, ...own.devDependencies, ...own.overrides });
  expect(versions.length).toBeGreaterThan(30);
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('docs/licences.md lists what ships, with the licence text that it asks for', () => {
  const list = readFileSync(join(ROOT, 'docs/licences.md'), 'utf8');
  const rows = shipped.map((name) => {
    const { version, license } = manifest(`node_modules/${name}`);
    // Any other licence has to be read by a person first.
    expect(license).toBe('MIT');
    expect(version).toBe(own.dependencies?.[name]);
    return `| ${name} | ${version} | ${license} |`;
  });
  expect(
    list
      .split('\n')
      .map((line) => line.replace(/ +/g, ' '))
      .filter((line) => line.startsWith('| '))
      .slice(2),
  ).toEqual(rows);
  for (const name of shipped) {
    const text = readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8');
    for (const notice of text.match(/^.*copyright \(c\).*$/gim) ?? []) {
      expect(list).toContain(notice.trim());
    }
  }
});
