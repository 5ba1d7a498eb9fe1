import { createHash } from 'node:crypto';

/**
 * How the payment code is enciphered. The vendor's page says "TripleDES with the KEY" and no more;
 * these are the four readings, likeliest first.
 */
export const CIPHER_PROFILES = [
  'sha256-ecb',
  'sha256-cbc-keyiv',
  'sha256-cbc-zeroiv',
  'utf8-ecb',
] as const;

export type CipherProfile = (typeof CIPHER_PROFILES)[number];

/** What OpenSSL needs to decipher; ECB takes no IV. */
export interface CipherParameters {
  algorithm: 'des-ede3' | 'des-ede3-cbc';
  key: Buffer;
  iv: Buffer | null;
}

/** Derives the 24 key bytes (and the IV, where the mode has one) from the KEY's text. */
export function cipherParameters(profile: CipherProfile, sessionKey: string): CipherParameters {
  const text = Buffer.from(sessionKey, 'utf8');
  const hashed = createHash('sha256').update(text).digest().subarray(0, 24);
  switch (profile) {
    case 'sha256-ecb':
      return { algorithm: 'des-ede3', key: hashed, iv: null };
    case 'sha256-cbc-keyiv':
      return { algorithm: 'des-ede3-cbc', key: hashed, iv: hashed.subarray(0, 8) };
    case 'sha256-cbc-zeroiv':
      return { algorithm: 'des-ede3-cbc', key: hashed, iv: Buffer.alloc(8) };
    case 'utf8-ecb':
      return { algorithm: 'des-ede3', key: text.subarray(0, 24), iv: null };
  }
}
