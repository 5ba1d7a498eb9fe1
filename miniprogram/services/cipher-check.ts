import { type KnownCipher, knownCiphers } from '../config/known-ciphers';
import { InvalidSampleError } from '../core/errors/invalid-sample-error';
import { foldCode } from '../core/text';
import {
  CIPHER_PROFILES,
  type CipherProfileName,
  encryptPaymentCode,
  sessionKey,
} from '../utils/crypto';
import type { SessionService } from './session';

/** What the vendor's own sample can be compared with. */
export interface CipherSample {
  /** UPPER(MD5(password)): of the test password, never of the session. */
  readonly key: string;
  /** Base64, as it would go out. */
  readonly cipherText: string;
}

/** Shows that this phone encrypts as the vendor's server expects. Nothing is stored or sent. */
export interface CipherCheck {
  /** The profile in force. */
  readonly profile: CipherProfileName;
  readonly profiles: readonly CipherProfileName[];
  /** How many known answers there are. */
  readonly answers: number;
  /** Runs the known answers on this phone's own engine: the profiles that came out wrong. */
  selfTest(): readonly CipherProfileName[];
  /**
   * @param code 18 digits
   * @throws InvalidSampleError, also for the password of whoever is signed in: its KEY is a secret
   */
  sample(password: string, code: string, profile: CipherProfileName): CipherSample;
}

const SAMPLE_CODE = /^\d{18}$/;

export function createCipherCheck(
  profile: CipherProfileName,
  session: Pick<SessionService, 'current'>,
): CipherCheck {
  return {
    profile,
    profiles: CIPHER_PROFILES,
    answers: knownCiphers.length,
    selfTest: () =>
      CIPHER_PROFILES.filter((name) =>
        knownCiphers.some((known) => known.profile === name && !comesOut(known)),
      ),
    sample(password, typed, shown) {
      const code = foldCode(typed);
      if (password === '') throw new InvalidSampleError('noPassword');
      if (!SAMPLE_CODE.test(code)) throw new InvalidSampleError('badCode');
      const key = sessionKey(password);
      if (key === session.current()?.key.reveal()) throw new InvalidSampleError('ownPassword');
      return { key, cipherText: encryptPaymentCode(code, key, shown) };
    },
  };
}

function comesOut({ profile, password, key, code, cipherText }: KnownCipher): boolean {
  try {
    return sessionKey(password) === key && encryptPaymentCode(code, key, profile) === cipherText;
  } catch {
    // An engine that cannot do it at all.
    return false;
  }
}
