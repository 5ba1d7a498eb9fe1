import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { answered, envelope } from '../../support/world/fake-http';
import { type Wired, wiredClient, type Wiring } from '../../support/world/client';

/** Servers that tell their time without proof, or no time at all. */
const READ = { method: 'GET', path: 'api/x/MainRow', body: null, timeout: 9_000 } as const;
const CHARGE = { method: 'POST', path: 'api/x/Barcode', body: '{"a":1}', timeout: 45_000 } as const;
const MINUTE = 60_000;
const DAY = 86_400_000;
const REFUSED = { code: 'sessionRefused' };

function open(wiring: Wiring = {}): Wired {
  const wired = wiredClient(wiring);
  wired.http.always('other', envelope(0, { ok: 1 }));
  return wired;
}

const plainTs = (ms: number, words = 'Stale timestamp'): HttpOutcome =>
  answered(401, '', {
    'www-authenticate': `Hawk ts="${String(ms / 1000)}"${words === '' ? '' : `, error="${words}"`}`,
  });
const dateOnly = (ms: number, challenge = 'Hawk error="Stale timestamp"'): HttpOutcome =>
  answered(401, '', { 'www-authenticate': challenge, date: new Date(ms).toUTCString() });

const signedAt = ({ http }: Wired): number[] =>
  http.sent.map(
    ({ request }) =>
      1000 * Number(/ts="(\d+)"/.exec(request.headers['Authorization'] ?? '')?.[1] ?? Number.NaN),
  );

describe('a time without proof, allowed by the setting', () => {
  test.each([10 * MINUTE, -10 * MINUTE, DAY, -DAY])(
    'plain ts %i ms off: one retry, and remembered',
    async (ms) => {
      for (const told of [plainTs, (at: number) => plainTs(at, ''), dateOnly]) {
        const wired = open({ unverifiedClock: true });
        const server = wired.clock.now() + ms;
        wired.http.next('other', told(server));
        expect(await wired.client.read(READ)).toEqual({ ok: 1 });
        await wired.client.read(READ);
        expect(signedAt(wired)).toEqual([wired.clock.now(), server, server]);
      }
    },
  );

  test('that did not help is forgotten, and there is no third try', async () => {
    const wired = open({ unverifiedClock: true });
    const now = wired.clock.now();
    wired.http.next('other', plainTs(now + 10 * MINUTE), plainTs(now + 10 * MINUTE));
    await expect(wired.client.read(READ)).rejects.toMatchObject({ code: 'clockWrong' });
    await wired.client.read(READ);
    expect(signedAt(wired)).toEqual([now, now + 10 * MINUTE, now]);
  });

  test.each<[string, Wiring, (now: number) => HttpOutcome]>([
    ['plain http', { server: 'http://192.168.1.9' }, (now) => plainTs(now + 10 * MINUTE)],
    ['the setting is off', { unverifiedClock: false }, (now) => plainTs(now + 10 * MINUTE)],
    ['Date, the setting is off', { unverifiedClock: false }, (now) => dateOnly(now + 10 * MINUTE)],
    ['more than two days', {}, (now) => plainTs(now - 2 * DAY - 1_000)],
  ])('%s: not believed, but the clock is named', async (_name, wiring, told) => {
    const wired = open({ unverifiedClock: true, ...wiring });
    const now = wired.clock.now();
    wired.http.next('other', told(now));
    await expect(wired.client.read(READ)).rejects.toMatchObject({ code: 'clockWrong' });
    expect(signedAt(wired)).toEqual([now]);
  });

  test('never counts for the barcode call: not learnt from it, and no proof for its verdict', async () => {
    const wired = open({ unverifiedClock: true });
    const now = wired.clock.now();
    wired.http.next('other', plainTs(now + 10 * MINUTE));
    expect(await wired.client.sendOnce(CHARGE)).toMatchObject({ staleClockVerified: false });
    await wired.client.read(READ);
    expect(signedAt(wired)).toEqual([now, now]);
  });
});

describe('what a 401 is about', () => {
  test.each<[string, (now: number) => HttpOutcome, object]>([
    ['stale, ts', (now) => plainTs(now + 600_000), { code: 'clockWrong', offBy: 600_000 }],
    ['stale, Date', (now) => dateOnly(now - DAY), { code: 'clockWrong', offBy: -DAY }],
    ['stale, no time', () => challenge('Hawk error="Stale timestamp"'), clock(null)],
    ['stale, a time like ours', (now) => plainTs(now), clock(null)],
    ['a ts far from ours', (now) => plainTs(now - 600_000, ''), clock(-600_000)],
    ['a ts like ours', (now) => plainTs(now + 30_000, ''), { code: 'sessionRefused' }],
    ['another reason', (now) => plainTs(now + 600_000, 'Bad mac'), { code: 'sessionRefused' }],
    ['another reason, Date', (now) => dateOnly(now + DAY, 'Hawk error="Bad mac"'), REFUSED],
    ['Date alone', (now) => dateOnly(now + DAY, 'Hawk'), REFUSED],
    ['not Hawk', (now) => dateOnly(now + DAY, 'Basic realm="stale timestamp"'), REFUSED],
    ['nothing', () => answered(401, ''), REFUSED],
  ])('%s', async (_name, outcome, problem) => {
    const wired = open();
    wired.http.next('other', outcome(wired.clock.now()));
    await expect(wired.client.read(READ)).rejects.toMatchObject(problem);
    expect(wired.http.sent).toHaveLength(1);
  });
});

function clock(offBy: number | null): object {
  return { code: 'clockWrong', offBy };
}

function challenge(value: string): HttpOutcome {
  return answered(401, '', { 'www-authenticate': value });
}
