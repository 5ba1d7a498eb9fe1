import { login } from '../../../miniprogram/services/pos/login';
import { envelope } from '../../support/world/fake-http';
import { wiredClient } from '../../support/world/client';

test('POST api/Pos/Miniprogram/Login (small p), without a body', async () => {
  const { client, http } = wiredClient();
  http.always('login', envelope(0, { token: 'T', username: 'u', nickname: 'n' }));
  await login(client, 9_000);
  expect(http.sent.map(({ request }) => request)).toEqual([
    expect.objectContaining({
      method: 'POST',
      url: 'https://pos.example.com/api/Pos/Miniprogram/Login',
      body: null,
      timeout: 9_000,
    }),
  ]);
  expect(http.sent[0]?.request.headers).not.toHaveProperty('Content-Type');
});

test.each([
  [
    { token: 'T', username: 'u', nickname: 'n' },
    { token: 'T', username: 'u', nickname: 'n' },
  ],
  [
    { Token: 'T', UserName: 'u', NickName: '' },
    { token: 'T', username: 'u', nickname: 'u' },
  ],
  [
    { token: '', username: 'u' },
    { token: null, username: 'u', nickname: 'u' },
  ],
  [{ token: 5 }, { token: null, username: '', nickname: '' }],
  [{}, { token: null, username: '', nickname: '' }],
])('tag %j', async (tag, answer) => {
  const { client, http } = wiredClient();
  http.always('login', envelope(0, tag));
  expect(await login(client, 9_000)).toEqual(answer);
});

test.each([null, 'T', [], 1])('tag %j cannot be read', async (tag) => {
  const { client, http } = wiredClient();
  http.always('login', envelope(0, tag));
  await expect(login(client, 9_000)).rejects.toMatchObject({ code: 'unreadableAnswer' });
});
