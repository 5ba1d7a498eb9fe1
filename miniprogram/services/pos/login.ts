import { field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { asObject } from '../../core/json';
import { ENDPOINTS } from './endpoints';
import type { PosClient } from './pos-client';

export interface LoginAnswer {
  /** For the signing strategy `token`; null when the server gave none. */
  readonly token: string | null;
  readonly username: string;
  /** Name to show; the user name where the server gave none. */
  readonly nickname: string;
}

/** `POST api/Pos/Miniprogram/Login`: no parameters, no body; who signs in travels in the headers [I]. */
export async function login(client: PosClient, timeout: number): Promise<LoginAnswer> {
  const path = ENDPOINTS.login;
  const tag = asObject(await client.read({ method: 'POST', path, body: null, timeout }));
  if (tag === null) throw new UnreadableAnswerError(200, 'tag');
  const username = textField(tag, 'username') ?? '';
  const nickname = textField(tag, 'nickname') ?? '';
  const token = field(tag, 'token');
  return {
    token: typeof token === 'string' && token !== '' ? token : null,
    username,
    nickname: nickname === '' ? username : nickname,
  };
}
