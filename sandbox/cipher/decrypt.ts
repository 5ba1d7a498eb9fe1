import { createDecipheriv } from 'node:crypto';
import { cipherParameters, type CipherProfile } from './profiles';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Deciphers `wechatbarcode`.
 *
 * @returns the scanned text, or `undefined` where the text is no Base64, the padding is wrong or
 * the result is not plain text: the sender used another key or profile.
 */
export function decryptPaymentCode(
  cipherText: string,
  sessionKey: string,
  profile: CipherProfile,
): string | undefined {
  if (!BASE64.test(cipherText)) return undefined;
  const { algorithm, key, iv } = cipherParameters(profile, sessionKey);
  try {
    const decipher = createDecipheriv(algorithm, key, iv);
    const plain = Buffer.concat([decipher.update(cipherText, 'base64'), decipher.final()]);
    const text = plain.toString('utf8');
    return /^[\x20-\x7e]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
