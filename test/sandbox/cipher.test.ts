import { decryptPaymentCode } from '../../sandbox/cipher/decrypt';
import {
  CIPHER_PROFILES,
  cipherParameters,
  type CipherProfile,
} from '../../sandbox/cipher/profiles';
import { sessionKey } from '../../sandbox/auth/session-key';
import known from '../data/crypto-vectors.json';

const vectors = known.vectors.map((vector) => ({
  ...vector,
  profile: vector.profile as CipherProfile,
}));

describe.each(vectors)('$profile, password $password', (vector) => {
  test('derives KEY, key bytes and IV', () => {
    expect(sessionKey(vector.password)).toBe(vector.key);
    const { key, iv } = cipherParameters(vector.profile, vector.key);
    expect(key.toString('hex')).toBe(vector.desKeyHex);
    expect(iv?.toString('hex') ?? null).toBe(vector.ivHex);
  });

  test('deciphers the code, and by no other profile', () => {
    for (const profile of CIPHER_PROFILES) {
      const plain = decryptPaymentCode(vector.cipherBase64, vector.key, profile);
      if (profile === vector.profile) expect(plain).toBe(vector.code);
      else expect(plain).not.toBe(vector.code);
    }
  });
});

test.each([
  ['clear text', '134567890123456789'],
  ['no Base64', '***'],
  ['nothing', ''],
  ['half a block', 'DsnuuVBIiyM='],
  ['another KEY', 'MuAMvgZH81SnRNs/+jM6xFluYqXU9mDp'],
])('%s is not deciphered', (_name, text) => {
  const key = sessionKey('123456');
  expect(decryptPaymentCode(text, key, 'sha256-ecb')).toBeUndefined();
});
