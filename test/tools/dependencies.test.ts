import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const CONFIG = 'dependency-cruiser.config.mjs';

/** File, one import, and the rule that refuses it; '' where none does. */
const IMPORTS: readonly (readonly [string, string, string])[] = [
  ['miniprogram/core/a.ts', "import { http } from '../utils/http'", 'core-is-pure'],
  ['miniprogram/core/b.ts', "import type { S } from '../services/s'", 'core-is-pure'],
  ['miniprogram/core/c.ts', "import { words } from '../config/words'", 'core-is-pure'],
  ['miniprogram/core/d.ts', "import C from 'crypto-js'", 'core-needs-no-package'],
  ['miniprogram/core/e.ts', "import { fen } from './money'", ''],
  ['miniprogram/config/a.ts', "import { s } from '../services/s'", 'config-is-plain'],
  ['miniprogram/config/b.ts', "import type { Http } from '../utils/http'", ''],
  ['miniprogram/utils/a.ts', "import { s } from '../services/s'", 'utils-wrap-the-platform'],
  ['miniprogram/utils/b.ts', "import { settings } from '../config/settings'", 'settings-are'],
  ['miniprogram/utils/c.ts', "import type { Settings } from '../config/settings'", ''],
  ['miniprogram/utils/d.ts', "const C = require('crypto-js')", ''],
  ['miniprogram/utils/e.ts', "import { build } from 'esbuild'", 'app-stands-alone'],
  ['miniprogram/utils/f.ts', "import { hash } from 'node:crypto'", 'packages-of-the-phone'],
  ['miniprogram/services/a.ts', "import { p } from '../pages/p/p'", 'services-know-no-page'],
  ['miniprogram/services/b.ts', "import { c } from '../../sandbox/pos'", 'services-know-no-page'],
  ['miniprogram/services/c.ts', "import { http } from '../utils/http'", ''],
  ['miniprogram/components/a/a.ts', "import { http } from '../../utils/http'", 'components-'],
  ['miniprogram/components/b/b.ts', "import type { p } from '../../pages/p/p'", 'components-'],
  ['miniprogram/pages/a/a.ts', "import { http } from '../../utils/http'", 'pages-through-services'],
  ['miniprogram/pages/b/b.ts', "import { settings } from '../../config/settings'", 'pages-take'],
  ['miniprogram/pages/c/c.ts', "import { words } from '../../config/words'", ''],
  ['miniprogram/pages/d/d.ts', "import { s } from '../../services/s'", ''],
  ['sandbox/a.ts', "import { fen } from '../miniprogram/core/money'", 'sandbox-is-independent'],
  ['sandbox/b.ts', "import { start } from '../simulator/server/start'", 'sandbox-is-independent'],
  [
    'simulator/server/a.ts',
    "import { fen } from '../../miniprogram/core/money'",
    'simulator-knows',
  ],
  ['simulator/server/b.ts', "import { boot } from '../runtime/boot'", 'server-and-browser-apart'],
  ['simulator/runtime/a.ts', "import { start } from '../server/start'", 'browser-and-server-apart'],
  ['simulator/server/c.ts', "import { pos } from '../../sandbox/pos'", ''],
  ['test/about.ts', "import { a } from './round'", 'no-cycle'],
  // A cycle is told once, at its first file.
  ['test/round.ts', "import { b } from './about'", ''],
  ['test/a.ts', "import { gone } from './gone'", 'no-dead-import'],
];

/** What they import; modules without imports. */
const TARGETS = [
  'miniprogram/core/money.ts',
  'miniprogram/config/words.ts',
  'miniprogram/config/settings.ts',
  'miniprogram/utils/http.ts',
  'miniprogram/services/s.ts',
  'miniprogram/pages/p/p.ts',
  'sandbox/pos.ts',
  'simulator/server/start.ts',
  'simulator/runtime/boot.ts',
];

interface Cruise {
  readonly summary: { readonly violations: readonly { from: string; rule: { name: string } }[] };
}

describe('a planted import', () => {
  let folder: string;
  let violations: Cruise['summary']['violations'];

  // All in one project and one run: starting the tool is what takes time.
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'imports-'));
    const put = (file: string, content: string): void => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    };
    for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json', CONFIG]) {
      copyFileSync(path.join(root, file), path.join(folder, file));
    }
    for (const name of ['crypto-js', 'esbuild']) {
      put(`node_modules/${name}/package.json`, '{ "main": "index.js" }');
      put(`node_modules/${name}/index.js`, '');
    }
    for (const file of TARGETS) put(file, 'export const a = 1;\n');
    for (const [file, code] of IMPORTS) put(file, `${code};\nexport const b = 1;\n`);
    const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = ['--config', CONFIG, '--output-type', 'json'];
    const folders = ['miniprogram', 'sandbox', 'simulator', 'test'];
    const { stdout } = spawnSync(process.execPath, [bin, ...args, ...folders], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    violations = (JSON.parse(stdout) as Cruise).summary.violations;
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(IMPORTS)('%s: %s', (file, _code, rule) => {
    const found = violations.filter(({ from }) => from === file).map((one) => one.rule.name);
    if (rule === '') expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.stringContaining(rule));
  });
});
