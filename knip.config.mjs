import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const APP = 'miniprogram';

/** @param {string} file @returns {{ pages?: string[], usingComponents?: Record<string, string> }} */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * Where a mini program starts: WeChat loads pages by app.json and components by `usingComponents`,
 * no import names them.
 * @returns {string[]} scripts, from the project's folder
 */
function entriesOfApp() {
  const found = new Set();
  /** @param {string} name path of a page or component below the app, without an ending */
  const visit = (name) => {
    if (found.has(name)) return;
    if (name !== 'app') found.add(name);
    const { pages = [], usingComponents = {} } = readJson(path.join(APP, `${name}.json`));
    for (const page of pages) visit(page);
    for (const target of Object.values(usingComponents)) {
      const own = target.startsWith('/')
        ? target.slice(1)
        : path.posix.join(path.posix.dirname(name), target);
      if (existsSync(path.join(APP, `${own}.json`))) visit(own);
    }
  };
  visit('app');
  return ['app', ...found].map((name) => `${APP}/${name}.ts`);
}

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    ...entriesOfApp().map((file) => `${file}!`),
    // Bundled by name for the browser.
    'simulator/runtime/boot.ts!',
    'simulator/runtime/shell/scanner.ts!',
    'simulator/web/*.ts!',
    // The sandbox's public face is its index.
    'sandbox/{main,index}.ts!',
    'sandbox/pages/{customer,panel}/main.ts!',
    'bench/*/main.ts',
    'bench/cashier/phone/main.ts',
    'tools/*.{ts,mjs}',
    // Compiled for engines of their own.
    'tools/engines/phone/main.ts',
    'tools/engines/native/node.cjs',
    // Run by .githooks/pre-commit.
    'tools/hooks/pre-commit.mjs',
    // Compiled before they run.
    'test/{fuzz/main,faults/explore}.ts',
    // Started as processes of their own.
    'tools/ci/prepare.ts',
    'tools/lint/typed.mjs',
    'tools/wechat/{official,offline}.mjs',
    'test/faults/run/worker.ts',
    // The compiled simulation gets it where it asks for crypto-js.
    'test/faults/model/fake-crypto-js.ts',
    'test/simulator/fixtures/app/**/*.ts',
    'test/support/fixtures/app/**/*.ts',
  ],
  project: [
    'miniprogram/**/*.ts!',
    'simulator/**/*.ts!',
    'sandbox/**/*.ts!',
    '{bench,test,tools}/**/*.{ts,mts,mjs,cjs}',
    '*.{js,mjs,mts}',
    '!bench/frameworks/**',
    '!miniprogram/miniprogram_npm/**',
    '!miniprogram/miniprogram_npm/**!',
  ],
  // The types of a function's arguments are public with it, whoever names them.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Its binaries are run by path.
  ignoreDependencies: ['miniprogram-compiler'],
  ignoreBinaries: ['fc-list'],
};
