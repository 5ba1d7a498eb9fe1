import type CryptoJSModule from 'crypto-js';

import { InvalidSessionKeyError } from '../core/errors/invalid-session-key-error';
import { UnknownCipherProfileError } from '../core/errors/unknown-cipher-profile-error';
import { UnusablePaymentCodeError } from '../core/errors/unusable-payment-code-error';

type CryptoJS = typeof CryptoJSModule;
type WordArray = CryptoJSModule.lib.WordArray;

let loaded: CryptoJS | null = null;

/**
 * crypto-js costs some 8 ms of start-up script, so it is loaded at first use. By the package root:
 * WeChat packs a package from its `main` only. `require` with a literal string, for the official
 * compile leaves `import()` untouched.
 */
export function loadCryptoJS(): CryptoJS {
  loaded ??= require('crypto-js') as CryptoJS;
  return loaded;
}

/**
 * The four ways in which the vendor's server may decrypt the payment code. The barcode page names
 * TripleDES and the KEY only; mode, IV and padding are inferred (config/settings.ts, cipherProfile).
 */
export type CipherProfileName =
  'sha256-ecb' | 'sha256-cbc-keyiv' | 'sha256-cbc-zeroiv' | 'utf8-ecb';

interface CipherProfile {
  readonly keyFrom: 'sha256' | 'utf8';
  readonly iv: 'none' | 'key' | 'zero';
}

const PROFILES: Readonly<Record<CipherProfileName, CipherProfile>> = {
  'sha256-ecb': { keyFrom: 'sha256', iv: 'none' },
  'sha256-cbc-keyiv': { keyFrom: 'sha256', iv: 'key' },
  'sha256-cbc-zeroiv': { keyFrom: 'sha256', iv: 'zero' },
  'utf8-ecb': { keyFrom: 'utf8', iv: 'none' },
};

/** All of them, the likeliest first. */
export const CIPHER_PROFILES = Object.keys(PROFILES) as readonly CipherProfileName[];

const KEY_BYTES = 24;
const IV_BYTES = 8;
const SESSION_KEY = /^[0-9A-F]{32}$/;
const DIGITS = /^\d+$/;

/** The session KEY: UPPER(MD5(UTF-8 bytes of the login password)), 32 hex digits. */
export function sessionKey(password: string): string {
  const { MD5, enc } = loadCryptoJS();
  return MD5(enc.Utf8.parse(password)).toString(enc.Hex).toUpperCase();
}

/**
 * Encrypts a payment code as `wechatbarcode`: TripleDES, PKCS7, Base64 (18 digits give 32 characters).
 *
 * @param code digits only
 * @param key the session KEY, see `sessionKey`
 * @throws UnusablePaymentCodeError, InvalidSessionKeyError, UnknownCipherProfileError
 */
export function encryptPaymentCode(code: string, key: string, profile: CipherProfileName): string {
  if (!DIGITS.test(code)) throw new UnusablePaymentCodeError();
  if (!SESSION_KEY.test(key)) throw new InvalidSessionKeyError();
  if (!Object.prototype.hasOwnProperty.call(PROFILES, profile)) {
    throw new UnknownCipherProfileError(profile);
  }
  const rules = PROFILES[profile];
  const { TripleDES, enc, mode, pad } = loadCryptoJS();
  const desKey = deriveKey(key, rules);
  const iv = rules.iv === 'key' ? firstBytes(desKey, IV_BYTES) : zeroBytes(IV_BYTES);
  // Only WordArray keys: a string would be taken as a passphrase and need a random generator.
  const cipher = TripleDES.encrypt(enc.Utf8.parse(code), desKey, {
    mode: rules.iv === 'none' ? mode.ECB : mode.CBC,
    padding: pad.Pkcs7,
    ...(rules.iv === 'none' ? {} : { iv }),
  });
  return cipher.ciphertext.toString(enc.Base64);
}

/** Exactly 24 bytes: .NET refuses other lengths, while crypto-js would silently cut a longer key. */
function deriveKey(key: string, { keyFrom }: CipherProfile): WordArray {
  const { SHA256, enc } = loadCryptoJS();
  const text = enc.Utf8.parse(key);
  return firstBytes(keyFrom === 'sha256' ? SHA256(text) : text, KEY_BYTES);
}

function firstBytes(words: WordArray, bytes: number): WordArray {
  const { lib } = loadCryptoJS();
  return lib.WordArray.create(words.words.slice(0, bytes / 4), bytes);
}

function zeroBytes(bytes: number): WordArray {
  const { lib } = loadCryptoJS();
  return lib.WordArray.create(new Array<number>(bytes / 4).fill(0), bytes);
}
