/**
 * Stands in for the package `crypto-js` while the simulation runs: the same calls, a thousand times
 * faster, with no security at all. `utils/crypto.ts` and `utils/hawk.ts` run over it unmodified.
 */
interface Words {
  readonly words: number[];
  readonly text: string;
  toString(encoder?: unknown): string;
}

function words(text: string): Words {
  return { words: [], text, toString: () => text };
}

/** Four hex digits of every half of a number. */
const HALVES = Array.from({ length: 0x10000 }, (_, half) => half.toString(16).padStart(4, '0'));

function hex(value: number): string {
  return (HALVES[value >>> 16] ?? '') + (HALVES[value & 0xffff] ?? '');
}

/** 32 hex digits that depend on every character (not on purpose secure). */
function digest(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  const half = hex(a) + hex(b);
  return half + half;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Each digit becomes a letter that depends on its place, so no digit of the code is in the text. */
function disguise(code: string): string {
  return [...code].map((digit, i) => LETTERS[(Number(digit) + 7 * i) % 26]).join('');
}

/** What the server model does to read `wechatbarcode`. */
export function undisguise(cipherText: string): string {
  return [...cipherText]
    .map((letter, i) => String((((LETTERS.indexOf(letter) - 7 * i) % 26) + 26) % 26))
    .join('');
}

export const enc = { Utf8: { parse: words }, Hex: {}, Base64: {} };
export const mode = { ECB: {}, CBC: {} };
export const pad = { Pkcs7: {} };
export const lib = { WordArray: { create: (): Words => words('') } };
export const MD5 = (message: Words): Words => words(digest(message.text));
export const SHA256 = (message: Words): Words => words(digest(message.text));
export const HmacSHA256 = (message: Words, key: Words): Words =>
  words(digest(`${key.text}|${message.text}`));
export const TripleDES = {
  encrypt: (message: Words): { ciphertext: Words } => ({
    ciphertext: words(disguise(message.text)),
  }),
};
