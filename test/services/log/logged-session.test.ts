import { writeError } from '../../../miniprogram/services/log/write-error';
import { answered, envelope } from '../../support/world/fake-http';
import { refuseSession } from '../../support/world/refuse-session';
import { World } from '../../support/world/world';

test('sign-ins, refusals and the end of a session', async () => {
  const world = new World();
  world.http.next('login', envelope(-1, null, 'no'), answered(401, ''));
  const { session } = world.services;
  await expect(session.signIn('1001', 'x')).rejects.toThrow();
  await expect(session.signIn('1001', 'x')).rejects.toThrow();
  await session.signIn('1001', 'x');
  await refuseSession(session, world.http);
  await session.signIn('1001', 'x');
  await session.signOut();
  expect(world.logLines().filter((line) => line.includes('session.'))).toEqual([
    'warn session.signInFailed cause=serverRefused ms=0',
    'warn session.signInFailed cause=signInRefused ms=0',
    'info session.signedIn user=1001',
    'warn session.ended refused=true',
    'info session.signedIn user=1001',
    'warn session.ended refused=false',
  ]);
});

test('a password is masked while the server is asked, in whatever a mistake says', async () => {
  const world = new World();
  world.http.next('login', () => {
    writeError(world.services.log, 'error', new Error('cannot read hunter2'));
    return envelope(0, { token: 'tok-9-canary', username: '1001' });
  });
  await world.signIn('1001', 'hunter2');
  writeError(
    world.services.log,
    'rejection',
    'no header tok-9-canary\n    at sign (app/hawk.js:3:1)',
  );
  const errors = world.logLines().filter((line) => line.includes('app.error'));
  expect(errors[0]).toMatch(/^error app.error kind=error message="cannot read \[secret\]" frames=/);
  expect(errors[1]).toBe(
    'error app.error kind=rejection message="no header [secret]" frames=hawk.js:3',
  );
});
