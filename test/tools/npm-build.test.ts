import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const npmFolder = path.resolve('miniprogram/miniprogram_npm');

/** Loads a packed file as a phone does: no `crypto`, `process`, `window`; `require` finds nothing. */
function loadAsOnAPhone(file: string): unknown {
  const source = readFileSync(path.join(npmFolder, file), 'utf8');
  const wrapper = `(function (module, exports, require) {${source}\n})`;
  const module: { exports: unknown } = { exports: {} };
  const refuse = (name: string): never => {
    throw new Error(`module '${name}' is not defined`);
  };
  const run = vm.runInNewContext(wrapper) as (...args: unknown[]) => void;
  run(module, module.exports, refuse);
  return module.exports;
}

describe('miniprogram_npm', () => {
  const CryptoJS = loadAsOnAPhone('crypto-js/index.js') as typeof import('crypto-js');

  test('crypto-js loads where no Node or browser global exists, and gives known answers', () => {
    expect(CryptoJS.MD5('abc').toString()).toBe('900150983cd24fb0d6963f7d28e17f72');
    expect(CryptoJS.SHA256('abc').toString()).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('crypto-js finds no random source there, as on a phone', () => {
    expect(() => CryptoJS.lib.WordArray.random(8)).toThrow(/secure random/);
  });
});
