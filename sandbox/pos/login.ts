import { succeeded } from './envelope';
import type { PosEndpoint } from './endpoint';
import { describe, envelopeOf } from './schemas/describe';

/** Sign in: who the headers say, and a token for the strategy that wants one. */
export const login: PosEndpoint = {
  name: 'login',
  method: 'POST',
  url: '/api/Pos/Miniprogram/Login',
  schema: describe({
    operationId: 'login',
    summary: '登录',
    description:
      'No parameters and no body [D]; so identity travels in the headers [I]. Mind the small p of Miniprogram [D].',
    tag: envelopeOf('LoginTag'),
  }),
  answer({ world, user }) {
    const token = world.gate.issueToken(user);
    return succeeded({ token, username: user.login, nickname: user.nickname }, '登录成功');
  },
};
