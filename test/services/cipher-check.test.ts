import { knownCiphers } from '../../miniprogram/config/known-ciphers';
import { createCipherCheck } from '../../miniprogram/services/cipher-check';
import { encryptPaymentCode } from '../../miniprogram/utils/crypto';
import vectors from '../data/crypto-vectors.json';
import { thrownBy } from '../support/world/thrown';
import { World } from '../support/world/world';

jest.mock<typeof import('../../miniprogram/utils/crypto')>('../../miniprogram/utils/crypto', () => {
  const module = jest.requireActual<typeof import('../../miniprogram/utils/crypto')>(
    '../../miniprogram/utils/crypto',
  );
  return { ...module, encryptPaymentCode: jest.fn(module.encryptPaymentCode) };
});
const actual = jest.requireActual<typeof import('../../miniprogram/utils/crypto')>(
  '../../miniprogram/utils/crypto',
);
const encrypt = jest.mocked(encryptPaymentCode);

const CODE = '134567890123456789';
const nobody = { current: () => null };

test('the known answers in the app are those on which five implementations agree', () => {
  expect(knownCiphers).toEqual(
    vectors.vectors.map(({ profile, password, key, code, cipherBase64 }) => ({
      profile,
      password,
      key,
      code,
      cipherText: cipherBase64,
    })),
  );
});

test('this engine passes; every profile is checked', () => {
  const check = createCipherCheck('sha256-ecb', nobody);
  expect(check.selfTest()).toEqual([]);
  expect(new Set(knownCiphers.map(({ profile }) => profile))).toEqual(new Set(check.profiles));
});

test('an engine that goes wrong, or cannot do it at all, is found out', () => {
  encrypt.mockImplementation((code, key, profile) => {
    if (profile === 'utf8-ecb') throw new Error('no such mode');
    return profile === 'sha256-cbc-keyiv' ? 'AAAA' : actual.encryptPaymentCode(code, key, profile);
  });
  const wrong = createCipherCheck('sha256-ecb', nobody).selfTest();
  encrypt.mockImplementation(actual.encryptPaymentCode);
  expect(wrong).toEqual(['sha256-cbc-keyiv', 'utf8-ecb']);
});

test.each(knownCiphers)('a sample: $profile, $password', (known) => {
  const { profile, password, code, key, cipherText } = known;
  expect(createCipherCheck('sha256-ecb', nobody).sample(password, code, profile)).toEqual({
    key,
    cipherText,
  });
});

test.each([
  ['', CODE, 'noPassword'],
  ['test', '', 'badCode'],
  ['test', '13456789012345678', 'badCode'],
  ['test', '1345678901234567890', 'badCode'],
  ['test', '13456789012345678x', 'badCode'],
])('%j and %j: %s', (password, code, reason) => {
  const check = createCipherCheck('sha256-ecb', nobody);
  expect(thrownBy(() => check.sample(password, code, 'sha256-ecb'))).toMatchObject({ reason });
});

test('the KEY of whoever is signed in is never shown', async () => {
  const { services } = await World.open();
  const { cipherCheck, session } = services;
  const own = (): unknown => cipherCheck.sample('123456', CODE, 'utf8-ecb');
  expect(thrownBy(own)).toMatchObject({ reason: 'ownPassword' });
  expect(cipherCheck.sample('1234567', CODE, 'sha256-ecb').cipherText).toHaveLength(32);
  await session.signOut();
  expect(own()).toMatchObject({ key: 'E10ADC3949BA59ABBE56E057F20F883E' });
});
