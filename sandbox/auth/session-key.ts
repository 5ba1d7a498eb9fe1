import { createHash } from 'node:crypto';

/** KEY = UPPER(MD5(password)), 32 characters: the Hawk key, and what the cipher's key comes from. */
export function sessionKey(password: string): string {
  return createHash('md5').update(password, 'utf8').digest('hex').toUpperCase();
}
