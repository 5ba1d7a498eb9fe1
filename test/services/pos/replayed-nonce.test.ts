import { createHmac } from 'node:crypto';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { BILL } from '../../support/world/attempts';
import type { PosCredentials } from '../../../miniprogram/services/pos/pos-client';
import { CREDENTIALS, type Wired, wiredClient, type Wiring } from '../../support/world/client';
import { answered, envelope, NO_ANSWER } from '../../support/world/fake-http';
import { settle } from '../../support/world/virtual-clock';
import { KEY, World } from '../../support/world/world';

/** The network stack has repeated a call by itself, and only the refusal of the repeat came back. */
const READ = { method: 'GET', path: 'api/x/MainRow', body: null, timeout: 9_000 } as const;
const CHARGE = { method: 'POST', path: 'api/x/Barcode', body: '{"a":1}', timeout: 45_000 } as const;
const MINUTE = 60_000;
const REPEATED = { code: 'noAnswer', reason: 'repeated' };

const challenge = (words: string): HttpOutcome => answered(401, '', { 'www-authenticate': words });
const replayed = challenge('Hawk error="Invalid nonce"');
const noSession = challenge('Hawk error="Unknown credentials"');

/** With the server's time, signed with our key, as some servers tell it with every refusal. */
function timed(words: string, serverMs: number): HttpOutcome {
  const ts = String(Math.floor(serverMs / 1000));
  const tsm = createHmac('sha256', KEY).update(`hawk.1.ts\n${ts}\n`).digest('base64');
  return challenge(`Hawk ts="${ts}", tsm="${tsm}", error="${words}"`);
}

function open(wiring: Wiring = {}): Wired {
  const wired = wiredClient(wiring);
  wired.http.always('other', envelope(0, { ok: 1 }));
  return wired;
}

function signed({ http }: Wired, name: 'nonce' | 'ts'): string[] {
  const value = new RegExp(`${name}="([^"]+)"`);
  return http.sent.map(
    ({ request }) => value.exec(request.headers['Authorization'] ?? '')?.[1] ?? '',
  );
}

describe('a read', () => {
  test('is repeated once, with a fresh nonce', async () => {
    const wired = open();
    wired.http.next('other', replayed);
    expect(await wired.client.read(READ)).toEqual({ ok: 1 });
    expect(new Set(signed(wired, 'nonce')).size).toBe(2);
  });

  test('is not repeated with what was dropped meanwhile', async () => {
    let credentials: PosCredentials | null = CREDENTIALS;
    const wired = open({ credentialsNow: () => credentials });
    wired.http.next('other', 'hold');
    const reading = wired.client.read(READ);
    await settle();
    credentials = null;
    wired.http.answer('other', replayed);
    await expect(reading).rejects.toMatchObject({ code: 'notSignedIn' });
    expect(wired.http.sent).toHaveLength(1);
  });

  test.each<[string, (now: number) => readonly HttpOutcome[], object, number]>([
    ['refused so again: no answer', () => [replayed, replayed], REPEATED, 2],
    [
      'refused so again, time told',
      (now) => [timed('Invalid nonce', now), timed('Invalid nonce', now)],
      REPEATED,
      2,
    ],
    [
      'refused so after the clock was mended, and again',
      (now) => [timed('Stale timestamp', now + 10 * MINUTE), replayed, replayed],
      REPEATED,
      3,
    ],
    [
      'the session is refused when it is judged at last',
      () => [replayed, noSession],
      { code: 'sessionRefused' },
      2,
    ],
    ['no answer to the second', () => [replayed, NO_ANSWER], { reason: 'network' }, 2],
    ['a refusal for another reason', () => [noSession], { code: 'sessionRefused' }, 1],
    [
      'the words under 403',
      () => [{ ...replayed, status: 403 } as HttpOutcome],
      { code: 'sessionRefused' },
      1,
    ],
  ])('%s', async (_name, outcomes, problem, sent) => {
    const wired = open();
    wired.http.next('other', ...outcomes(wired.clock.now()));
    await expect(wired.client.read(READ)).rejects.toMatchObject(problem);
    expect(wired.http.sent).toHaveLength(sent);
  });

  // Servers differ in what they judge first: the nonce or the clock.
  test.each([true, false])(
    'and a clock that is off are both mended (nonce first: %s)',
    async (nonceFirst) => {
      const wired = open();
      const server = wired.clock.now() + 10 * MINUTE;
      const stale = timed('Stale timestamp', server);
      wired.http.next('other', ...(nonceFirst ? [replayed, stale] : [stale, replayed]));
      expect(await wired.client.read(READ)).toEqual({ ok: 1 });
      expect(signed(wired, 'ts').at(-1)).toBe(String(server / 1000));
      expect(wired.http.sent).toHaveLength(3);
    },
  );

  test('a time without proof that did not help is forgotten all the same', async () => {
    const wired = open({ unverifiedClock: true });
    const now = wired.clock.now();
    const stale = challenge(
      `Hawk ts="${String((now + 10 * MINUTE) / 1000)}", error="Stale timestamp"`,
    );
    wired.http.next('other', replayed, stale, stale);
    await expect(wired.client.read(READ)).rejects.toMatchObject({ code: 'clockWrong' });
    await wired.client.read(READ);
    expect(signed(wired, 'ts').at(-1)).toBe(String(now / 1000));
  });
});

test('the barcode call is told the refusal, and never sent again', async () => {
  const wired = open();
  wired.http.next('other', replayed);
  expect(await wired.client.sendOnce(CHARGE)).toEqual({
    outcome: replayed,
    staleClockVerified: false,
  });
  expect(wired.http.sent).toHaveLength(1);
});

describe('in the app', () => {
  test('Login: signed in all the same', async () => {
    const world = new World();
    world.http.next('login', replayed);
    await world.signIn();
    expect(world.services.session.current()?.user).toBe('1001');
    expect(world.calls('login')).toHaveLength(2);
  });

  test('Login, again: the password is not blamed', async () => {
    const world = new World();
    world.http.always('login', replayed);
    await expect(world.services.session.signIn('1001', 'x')).rejects.toMatchObject(REPEATED);
  });

  test('a query about a payment: the session stays, and the questions go on', async () => {
    const world = await World.open();
    const id = await world.charge();
    world.http.always('mainRow', replayed);
    world.http.answer('barcode', replayed);
    await world.clock.pass(10_000);
    expect(world.attempt(id)).toMatchObject({ state: 'unknown', unknownReason: 'sessionRefused' });
    expect(world.services.session.current()?.user).toBe('1001');
    expect(world.services.watcher.asking(id).problem).toMatchObject(REPEATED);
    world.http.always('mainRow', envelope(0, { billnum: BILL, paystate: '3' }));
    await world.clock.pass(6_000);
    expect(world.attempt(id).state).toBe('collected');
    expect(world.calls('barcode')).toHaveLength(1);
  });

  test('the read before a charge: nothing is sent, and nobody has to sign in', async () => {
    const world = await World.open();
    world.http.always('mainRow', replayed);
    await expect(world.charge()).rejects.toMatchObject(REPEATED);
    expect(world.services.session.current()).not.toBeNull();
    expect(world.calls('barcode')).toHaveLength(0);
  });
});
