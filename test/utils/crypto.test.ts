import { createDecipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type CipherProfileName,
  encryptPaymentCode,
  sessionKey,
} from '../../miniprogram/utils/crypto';
import known from '../data/crypto-vectors.json';
import { thrownBy } from '../support/world/thrown';

const CODE = '134567890123456789';
const KEY = 'E10ADC3949BA59ABBE56E057F20F883E';
const PROFILES: readonly CipherProfileName[] = [
  'sha256-ecb',
  'sha256-cbc-keyiv',
  'sha256-cbc-zeroiv',
  'utf8-ecb',
];

describe('known answers', () => {
  test.each(known.vectors)(
    '$profile, $password',
    ({ profile, password, key, code, cipherBase64 }) => {
      expect(sessionKey(password)).toBe(key);
      expect(encryptPaymentCode(code, key, profile as CipherProfileName)).toBe(cipherBase64);
    },
  );

  test('the vectors hold every profile', () => {
    expect(new Set(known.vectors.map(({ profile }) => profile))).toEqual(new Set(PROFILES));
  });
});

/** What the vendor's server may do, on OpenSSL. */
function decrypt(cipherText: string, key: string, profile: CipherProfileName): string {
  const bytes =
    profile === 'utf8-ecb' ? Buffer.from(key) : createHash('sha256').update(key).digest();
  const desKey = bytes.subarray(0, 24);
  const ivs = { 'sha256-cbc-keyiv': desKey.subarray(0, 8), 'sha256-cbc-zeroiv': Buffer.alloc(8) };
  const iv = profile in ivs ? ivs[profile as keyof typeof ivs] : null;
  const decipher = createDecipheriv(iv === null ? 'des-ede3-ecb' : 'des-ede3-cbc', desKey, iv);
  return decipher.update(cipherText, 'base64', 'utf8') + decipher.final('utf8');
}

const code = fc
  .tuple(
    fc.constantFrom('10', '11', '12', '13', '14', '15'),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 16, maxLength: 16 }),
  )
  .map((parts) => parts.join(''));
const password = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

test.each(PROFILES)('%s: OpenSSL decrypts any code under any password', (profile) => {
  fc.assert(
    fc.property(code, password, (text, secret) => {
      const key = sessionKey(secret);
      expect(key).toBe(createHash('md5').update(secret, 'utf8').digest('hex').toUpperCase());
      const cipherText = encryptPaymentCode(text, key, profile);
      expect(cipherText).toMatch(/^[A-Za-z0-9+/]{32}$/);
      expect(decrypt(cipherText, key, profile)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

describe('refused before anything is encrypted', () => {
  test.each(['', ' ', '1345 6789', '１３４５', '13a', CODE + '\n', '-1'])('code %j', (text) => {
    expect(thrownBy(() => encryptPaymentCode(text, KEY, 'sha256-ecb'))).toMatchObject({
      code: 'unusablePaymentCode',
    });
  });

  test.each(['', '123456', KEY.toLowerCase(), KEY.slice(1), `${KEY}0`, `${KEY}\n`, 'Z'.repeat(32)])(
    'key %j',
    (key) => {
      expect(thrownBy(() => encryptPaymentCode(CODE, key, 'sha256-ecb'))).toMatchObject({
        code: 'invalidSessionKey',
      });
    },
  );

  test.each(['', 'sha256', 'SHA256-ECB', 'constructor', '__proto__'])('profile %j', (name) => {
    const error = thrownBy(() => encryptPaymentCode(CODE, KEY, name as CipherProfileName));
    expect(error).toMatchObject({ code: 'unknownCipherProfile' });
  });

  test('no refusal carries the code or the KEY', () => {
    const errors = [
      thrownBy(() => encryptPaymentCode(`${CODE}x`, KEY, 'sha256-ecb')),
      thrownBy(() => encryptPaymentCode(CODE, `${KEY}x`, 'sha256-ecb')),
    ];
    for (const error of errors) {
      const print = `${String(error)} ${JSON.stringify(error)}`;
      expect(print).not.toContain(CODE);
      expect(print).not.toContain(KEY);
    }
  });
});
