import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { listFiles } from './files';

type CryptoJS = typeof import('crypto-js');

/**
 * Compares our light npm build with the official one. The packages that are copied must agree byte
 * for byte. A packed one cannot (the official packer numbers modules by the time of day), so crypto-js
 * is compared by its exports and by answers that Node's own crypto confirms.
 * @returns the differences, in words
 */
export function compareNpm(light: string, official: string): string[] {
  const [ours, theirs] = [listFiles(light), listFiles(official)];
  const findings = [
    ...theirs.filter((file) => !ours.includes(file)).map((file) => `${file}: only in the official`),
    ...ours.filter((file) => !theirs.includes(file)).map((file) => `${file}: only in the light`),
  ];
  const copied = ours.filter((file) => theirs.includes(file) && !file.startsWith('crypto-js/'));
  const read = (root: string, file: string): Buffer => readFileSync(path.join(root, file));
  for (const file of copied) {
    if (!read(light, file).equals(read(official, file))) findings.push(`${file}: bytes differ`);
  }
  const [lightCrypto, officialCrypto] = [light, official].map((root) =>
    loadScript(root, 'crypto-js/index.js'),
  ) as [CryptoJS, CryptoJS];
  const [lightNames, officialNames] = [exportsOf(lightCrypto), exportsOf(officialCrypto)];
  if (lightNames.join() !== officialNames.join()) findings.push('crypto-js: exports differ');
  findings.push(...wrongAnswers(lightCrypto).map((name) => `crypto-js (light): ${name}`));
  findings.push(...wrongAnswers(officialCrypto).map((name) => `crypto-js (official): ${name}`));
  return findings;
}

/** Loads the packed file as a phone does: no `crypto`, `process` or `window`; `require` finds nothing. */
export function loadScript(root: string, file: string): CryptoJS {
  const source = readFileSync(path.join(root, file), 'utf8');
  const run = vm.runInNewContext(`(function (module, exports, require) {${source}\n})`) as (
    ...args: unknown[]
  ) => void;
  const module: { exports: unknown } = { exports: {} };
  run(module, module.exports, (name: string): never => {
    throw new Error(`module '${name}' is not defined`);
  });
  return module.exports as CryptoJS;
}

/** Names and kinds of what a module offers, three levels deep. */
function exportsOf(value: unknown, prefix = '', depth = 3): string[] {
  if (value === null || depth === 0) return [];
  if (typeof value !== 'object' && typeof value !== 'function') return [];
  return Object.entries(value)
    .flatMap(([name, member]) => [
      `${prefix}${name}:${typeof member}`,
      ...exportsOf(member, `${prefix}${name}.`, depth - 1),
    ])
    .sort();
}

/** The algorithms that the cashier uses, checked against Node's on the same texts. */
export function wrongAnswers(crypto: CryptoJS): string[] {
  const texts = ['', 'abc', '134567890123456789', '付款码收银台 '.repeat(9)];
  const key = '0123456789abcdefFEDCBA98';
  const bytes = (text: string): CryptoJS.lib.WordArray => crypto.enc.Utf8.parse(text);
  const iv = '8bytesIV';
  const answers: readonly (readonly [
    string,
    (text: string) => string,
    (text: string) => string,
  ])[] = [
    ['MD5', (t) => crypto.MD5(t).toString(), (t) => createHash('md5').update(t).digest('hex')],
    [
      'SHA256',
      (t) => crypto.SHA256(t).toString(),
      (t) => createHash('sha256').update(t).digest('hex'),
    ],
    [
      'HMAC-SHA256',
      (t) => crypto.HmacSHA256(t, key).toString(crypto.enc.Base64),
      (t) => createHmac('sha256', key).update(t).digest('base64'),
    ],
    [
      '3DES-ECB',
      (t) => crypto.TripleDES.encrypt(bytes(t), bytes(key), { mode: crypto.mode.ECB }).toString(),
      (t) => cipher('des-ede3', t, key, null),
    ],
    [
      '3DES-CBC',
      (t) => crypto.TripleDES.encrypt(bytes(t), bytes(key), { iv: bytes(iv) }).toString(),
      (t) => cipher('des-ede3-cbc', t, key, iv),
    ],
  ];
  return answers
    .filter(([, ours, known]) => texts.some((text) => ours(text) !== known(text)))
    .map(([name]) => `${name} gives a wrong answer`);
}

function cipher(name: string, text: string, key: string, iv: string | null): string {
  const encrypt = createCipheriv(name, key, iv);
  return Buffer.concat([encrypt.update(text, 'utf8'), encrypt.final()]).toString('base64');
}
