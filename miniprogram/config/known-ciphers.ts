import type { CipherProfileName } from '../utils/crypto';

/** What a right engine makes of a password and a code. */
export interface KnownCipher {
  readonly profile: CipherProfileName;
  readonly password: string;
  /** UPPER(MD5(password)) */
  readonly key: string;
  readonly code: string;
  /** Base64, as `wechatbarcode`. */
  readonly cipherText: string;
}

/** Known answers on which crypto-js, OpenSSL, Java, Python and Mono agree; not the vendor's. No secrets. */
export const knownCiphers: readonly KnownCipher[] = [
  {
    profile: 'sha256-ecb',
    password: '123456',
    key: 'E10ADC3949BA59ABBE56E057F20F883E',
    code: '134567890123456789',
    cipherText: 'DsnuuVBIiyN3yq+s5SbUDgKKpZj/W5Ky',
  },
  {
    profile: 'sha256-ecb',
    password: '收银员@2024',
    key: 'F3D5A1A27A11EE5783FB2F97F9C526D4',
    code: '134567890123456789',
    cipherText: 'MuAMvgZH81SnRNs/+jM6xFluYqXU9mDp',
  },
  {
    profile: 'sha256-cbc-keyiv',
    password: '123456',
    key: 'E10ADC3949BA59ABBE56E057F20F883E',
    code: '134567890123456789',
    cipherText: 'zLaLqcpDjnrjJkRy1So8Mq6i8wLdWMFS',
  },
  {
    profile: 'sha256-cbc-keyiv',
    password: '收银员@2024',
    key: 'F3D5A1A27A11EE5783FB2F97F9C526D4',
    code: '134567890123456789',
    cipherText: 'W1UPqFPfrv641TaMgug09Qqy+IQo3Yfg',
  },
  {
    profile: 'sha256-cbc-zeroiv',
    password: '123456',
    key: 'E10ADC3949BA59ABBE56E057F20F883E',
    code: '134567890123456789',
    cipherText: 'DsnuuVBIiyNpKdSeC1QeRVdEdINIt90Q',
  },
  {
    profile: 'sha256-cbc-zeroiv',
    password: '收银员@2024',
    key: 'F3D5A1A27A11EE5783FB2F97F9C526D4',
    code: '134567890123456789',
    cipherText: 'MuAMvgZH81Tj6ZmjNrBMc8gAedMiTjKK',
  },
  {
    profile: 'utf8-ecb',
    password: '123456',
    key: 'E10ADC3949BA59ABBE56E057F20F883E',
    code: '134567890123456789',
    cipherText: '8pxFs0zqZXsI2ma6pqPN26LP/PxfLioS',
  },
  {
    profile: 'utf8-ecb',
    password: '收银员@2024',
    key: 'F3D5A1A27A11EE5783FB2F97F9C526D4',
    code: '134567890123456789',
    cipherText: 'aX/ED4FmK3O6891qo+d7w73AGLPS1AGv',
  },
];
