import { inspect } from 'node:util';
import type { Settings } from '../../miniprogram/config/settings';
import { settings } from '../../miniprogram/config/settings';
import { START } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { openSession, type SignInWorld } from '../support/world/sign-in-world';
import { settle } from '../support/world/virtual-clock';
import { KEY, PASSWORD } from '../support/world/world';

const open = (signing: Settings['signing'] = settings.signing): SignInWorld =>
  openSession({ signing });

test('signing in gives a session with name, KEY and token', async () => {
  const { session, http } = open();
  const signedIn = await session.signIn(' 1001 ', PASSWORD);
  expect(signedIn).toMatchObject({ user: '1001', nickname: '小王' });
  expect(signedIn.key.reveal()).toBe(KEY);
  expect(signedIn.token?.reveal()).toBe('T-1');
  expect(session.current()).toBe(signedIn);
  expect(http.sent).toHaveLength(1);
});

test('without a nickname the user name is shown', async () => {
  const { session, http } = open();
  http.always('login', envelope(0, { token: 'T' }));
  expect((await session.signIn('1001', PASSWORD)).nickname).toBe('1001');
});

test('neither password nor KEY nor token can be printed', async () => {
  const { session, http } = open();
  const signedIn = await session.signIn('1001', 'geheim-passwort');
  const prints = [
    JSON.stringify(signedIn),
    inspect(signedIn, { depth: 9, showHidden: true }),
    inspect(session, { depth: 9, showHidden: true }),
    Object.values(signedIn).map(String).join(),
    JSON.stringify(http.sent.map(({ request }) => request)),
  ];
  for (const print of prints) {
    for (const secret of ['geheim-passwort', signedIn.key.reveal()]) {
      expect(print).not.toContain(secret);
    }
  }
  expect(prints.slice(0, 4).join()).not.toContain('T-1');
});

test.each([
  ['', PASSWORD, 'noUser'],
  ['   ', PASSWORD, 'noUser'],
  ['1001', '', 'noPassword'],
  ['张三', PASSWORD, 'userNotAscii'],
  ['a"b', PASSWORD, 'userNotAscii'],
])('user %j, password %j: %s, and nothing is sent', async (user, password, reason) => {
  const { session, http } = open();
  await expect(session.signIn(user, password)).rejects.toMatchObject({
    code: 'invalidSignIn',
    reason,
  });
  expect(http.sent).toHaveLength(0);
});

test('where nothing is signed any user name may sign in', async () => {
  const { session } = open({ kind: 'none' });
  expect((await session.signIn('张三', PASSWORD)).user).toBe('张三');
});

test.each([
  [answered(401, ''), { code: 'signInRefused' }],
  [answered(403, ''), { code: 'signInRefused' }],
  [
    answered(401, '', { 'www-authenticate': 'Hawk error="Stale timestamp"' }),
    { code: 'clockWrong' },
  ],
  [envelope(-1, null, '密码错误'), { code: 'serverRefused', words: '密码错误' }],
  [NO_ANSWER, { code: 'noAnswer' }],
  [answered(500, ''), { code: 'unreadableAnswer' }],
  [envelope(0, null), { code: 'unreadableAnswer' }],
])('%j: nobody is signed in', async (outcome, problem) => {
  const { session, http } = open();
  http.always('login', outcome);
  await expect(session.signIn('1001', PASSWORD)).rejects.toMatchObject(problem);
  expect(session.current()).toBeNull();
  expect(session.wasRefused()).toBe(false);
});

test('a failed sign-in leaves whoever was signed in', async () => {
  const { session, http } = open();
  const first = await session.signIn('1001', PASSWORD);
  http.always('login', answered(401, ''));
  await expect(session.signIn('1002', 'x')).rejects.toMatchObject({ code: 'signInRefused' });
  expect(session.current()).toBe(first);
});

test('a refused session is gone until the next sign-in; listeners hear of each change once', async () => {
  const { session, http } = open();
  const heard: (string | null)[] = [];
  session.subscribe((current) => heard.push(current?.user ?? null));
  await refuseSession(session, http);
  await session.signIn('1001', PASSWORD);
  await refuseSession(session, http);
  await refuseSession(session, http);
  expect(session.current()).toBeNull();
  expect(session.wasRefused()).toBe(true);
  await expect(
    session.client.read({ method: 'GET', path: 'x', body: null, timeout: 1 }),
  ).rejects.toMatchObject({ code: 'sessionRefused' });
  await session.signIn('1002', PASSWORD);
  expect(session.wasRefused()).toBe(false);
  expect(heard).toEqual(['1001', null, '1002']);
});

test('signing out drops the session at once, and is no refusal', async () => {
  const { session } = open();
  const heard: (string | null)[] = [];
  await session.signIn('1001', PASSWORD);
  session.subscribe((current) => heard.push(current?.user ?? null));
  const done = session.signOut();
  expect(session.current()).toBeNull();
  await done;
  expect(session.wasRefused()).toBe(false);
  await session.signOut();
  expect(heard).toEqual([null]);
  await expect(
    session.client.read({ method: 'GET', path: 'x', body: null, timeout: 1 }),
  ).rejects.toMatchObject({ code: 'notSignedIn' });
});

test('signing out after a refusal forgets the refusal', async () => {
  const { session, http } = open();
  await session.signIn('1001', PASSWORD);
  await refuseSession(session, http);
  await session.signOut();
  expect(session.wasRefused()).toBe(false);
});

test('a session knows when it began', async () => {
  const { session } = open();
  expect((await session.signIn('1001', PASSWORD)).signedInAt).toBe(START);
});

test('the client calls in the name of whoever is signed in now', async () => {
  const { session, http } = open();
  await session.signIn('1001', PASSWORD);
  await session.signIn('1002', PASSWORD);
  http.always('other', envelope(0, 1));
  await session.client.read({ method: 'GET', path: 'x', body: null, timeout: 1 });
  await settle();
  expect(http.sent.at(-1)?.request.headers['Authorization']).toMatch(/^Hawk id="1002"/);
});
