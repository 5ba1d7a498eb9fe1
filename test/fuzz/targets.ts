import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { settings } from '../../miniprogram/config/settings';
import { decodeRecord, encodeRecord } from '../../miniprogram/core/attempt-record';
import { type BillNumber, parseBillNumber } from '../../miniprogram/core/bill';
import { parseEnvelope } from '../../miniprogram/core/envelope';
import { CashierError } from '../../miniprogram/core/errors/cashier-error';
import type { HttpOutcome } from '../../miniprogram/core/http-outcome';
import { decodeSession, encodeSession } from '../../miniprogram/core/kept-session';
import { decodeEntries, formatEntry } from '../../miniprogram/core/log-entry';
import { parseYuan, readServerYuan } from '../../miniprogram/core/money';
import { judgeScan } from '../../miniprogram/core/payment-code';
import { redact } from '../../miniprogram/core/redact';
import { Secret } from '../../miniprogram/core/secret';
import { parseServerAddress } from '../../miniprogram/core/server-address';
import { judgeBarcodeAnswer } from '../../miniprogram/core/verdict';
import { createJournal } from '../../miniprogram/services/journal';
import { verifiedServerTime } from '../../miniprogram/utils/hawk';
import { inState, START, STATES } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';
import { anything, body, FUZZ_BILL, near, status } from './inputs';
import { launchTargets } from './launch';
import { readEndpoints } from './read-endpoints';
import { allowedVerdicts } from './verdict-oracle';

/** One parser of outside data, with what must hold whatever comes in. */
export interface Target {
  readonly name: string;
  readonly property: fc.IRawProperty<unknown>;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** What a parser gives; null when it refuses by an error of its own kind. */
function orRefused<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof CashierError) return null;
    throw error;
  }
}

const outcome: fc.Arbitrary<HttpOutcome> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      status,
      headers: fc.constant({}),
      body,
    }),
  },
  fc.constantFrom<HttpOutcome>(
    { kind: 'notSent', reason: 'ownCheck' },
    { kind: 'notSent', reason: 'domainNotAllowed' },
    { kind: 'noAnswer', reason: 'interrupted' },
    { kind: 'noAnswer', reason: 'timeoutOrNetwork' },
  ),
);

const verdict = fc.property(outcome, fc.boolean(), (end, stale) => {
  const { kind } = judgeBarcodeAnswer(end, FUZZ_BILL, settings, stale);
  must(allowedVerdicts(end, stale).includes(kind), `verdict ${kind}`);
});

const envelope = fc.property(body, (text) => {
  const read = parseEnvelope(text);
  if (read === null) return;
  must(Number.isInteger(read.errcode), 'errcode is a whole number');
  must(!/(?<!\d)1[0-5]\d{16}(?!\d)/.test(read.errmsg), 'a payment code in errmsg');
});

const CODE = /^1[0-5][0-9]{16}$/;

const scan = fc.property(
  near('134567890123456789', '2812345678901234', 'https://a.b/134567890123456789', '6901234567892'),
  (text) => {
    const judged = judgeScan(text);
    if (judged.kind !== 'wechatCode') must(!CODE.test(text), 'a clean code is refused');
    else must(CODE.test(judged.code), 'not a code');
  },
);

const bill = fc.property(
  near(FUZZ_BILL, 'ＸＳ20261122001', '134567890123456789', '..', 'a/b#c'),
  (text) => {
    const number = orRefused(() => parseBillNumber(text));
    if (number === null) return;
    must(!CODE.test(number), 'a payment code is a bill');
    must(number.length > 0 && Array.from(number).length <= 20, 'length');
    must(!/[\s?%&\\]/.test(number), 'unfit for a path');
    must(parseBillNumber(number) === number, 'stable');
  },
);

/** A JSON text with one of its values replaced by another. */
function replacedValue(text: string): fc.Arbitrary<string> {
  return fc.tuple(fc.nat(text.length), fc.jsonValue()).map(([at, value]) => {
    const colon = text.indexOf(':', at);
    const end = text.slice(colon + 1).search(/[,}]/) + colon + 1;
    return `${text.slice(0, colon + 1)}${JSON.stringify(value)}${text.slice(end)}`;
  });
}

const record = fc
  .constantFrom(...STATES)
  .map((state) => encodeRecord(inState(state), 1))
  .chain((text) => fc.oneof(near(text), replacedValue(text)));

const storedRecord = fc.property(fc.oneof({ weight: 5, arbitrary: record }, anything), (text) => {
  const read = decodeRecord(text);
  if (read === null) return;
  const { attempt } = read;
  must(STATES.includes(attempt.state), 'state');
  must(Number.isSafeInteger(attempt.amount) && attempt.amount > 0, 'amount');
  must(attempt.state !== 'collected' || attempt.proof !== null, 'collected without proof');
  must(decodeRecord(encodeRecord(attempt, read.sequence)) !== null, 'is read again');
});

const journal = fc.asyncProperty(
  fc.array(fc.tuple(fc.constantFrom('attempt:a1:0', 'attempt:a1:1', 'attempt::0', 'x'), record), {
    maxLength: 4,
  }),
  async (slots) => {
    const storage = new FakeStorage();
    for (const [key, text] of slots) storage.stored.set(key, text);
    const { attempts, damaged } = await createJournal(storage).load();
    // None disappears: what has a slot is read or counted as damaged.
    const told = new Set([...attempts.map(({ id }) => id), ...damaged]);
    must(!storage.stored.has('attempt:a1:0') || told.has('a1'), 'a record disappeared');
  },
);

const KEY = 'E10ADC3949BA59ABBE56E057F20F883E';

const session = encodeSession({
  server: 'https://pos.example.com',
  user: '1001',
  nickname: '小王',
  key: new Secret(KEY),
  token: new Secret('T'),
  signedInAt: START,
}).reveal();

const storedSession = fc.property(fc.oneof(near(session), replacedValue(session)), (text) => {
  const read = decodeSession(new Secret(text));
  if (read === null) return;
  must(/^[0-9A-F]{32}$/.test(read.key.reveal()), 'a KEY');
  must(
    [read.server, read.user, read.nickname].every((part) => part !== ''),
    'an empty field',
  );
  must(Number.isFinite(read.signedInAt), 'a time');
  must(decodeSession(encodeSession(read)) !== null, 'is read again');
});

const tsm = (ts: string): string =>
  createHmac('sha256', KEY).update(`hawk.1.ts\n${ts}\n`).digest('base64');
const TS = String(START / 1000);

const challenge = fc.property(
  near(`Hawk ts="${TS}", tsm="${tsm(TS)}", error="Stale timestamp"`, `Hawk ts="${TS}"`, 'Basic x'),
  (header) => {
    const seconds = verifiedServerTime(header, { id: '1001', key: KEY });
    if (seconds === null) return;
    const [, ts = ''] = /ts="(\d+)"/.exec(header) ?? [];
    must(String(seconds) === String(Number(ts)) && header.includes(tsm(ts)), 'not signed by us');
  },
);

const address = fc.property(
  near('https://pos.example.com:8443/pos', 'http://127.0.0.1:8610', 'https://[::1]:1/a', 'ftp://a'),
  (text) => {
    const read = parseServerAddress(text);
    if (read === null) return;
    must(read.port >= 1 && read.port <= 65_535, 'port');
    must(read.secure === read.baseUrl.startsWith('https://'), 'secure');
    must(!/[\s?#]/.test(read.baseUrl) && !read.baseUrl.endsWith('/'), 'base URL');
    must(/^[A-Za-z0-9.-]+$|^\[[0-9a-fA-F:]+\]$/.test(read.host), 'host');
    must(parseServerAddress(read.baseUrl)?.baseUrl === read.baseUrl, 'stable');
  },
);

/** Yuan text to fen by whole numbers alone. */
function exactFen(text: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim().replace(/,/g, ''));
  if (match === null) return null;
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return null;
  const value = BigInt(match[2] ?? '0') * 100n + BigInt(decimals.padEnd(2, '0'));
  return match[1] === '-' ? -value : value;
}

const amount = fc.property(
  fc.oneof(
    near('28.00', '1,234.50', '0.01', '9999999.99', '1e5', '-1', '٣', '0x10', '12.', '.5'),
    fc.double(),
    anything,
  ),
  (value) => {
    const server = readServerYuan(value);
    if (server !== null) must(exactFen(String(value)) === BigInt(server), 'server figure');
    if (typeof value !== 'string') return;
    const typed = orRefused(() => parseYuan(value));
    if (typed === null) return;
    must(exactFen(value) === BigInt(typed) && typed > 0, 'typed amount');
  },
);

const storedLog = fc.property(
  fc.oneof(
    anything,
    fc.array(
      fc.record({
        at: fc.oneof(fc.constant(START), fc.double()),
        level: fc.constantFrom('info', 'warn', 'loud'),
        event: near('http', '134567890123456789'),
        fields: fc.oneof(
          fc.dictionary(near('path', '134567890123456789', '__proto__'), near(KEY)),
          anything,
        ),
      }),
    ),
  ),
  (values) => {
    const text = decodeEntries(values).map(formatEntry).join('\n');
    must(!/(?<!\d)1[0-5]\d{16}(?!\d)/.test(text) && !text.includes(KEY), 'a secret in a line');
  },
);

const redacted = fc.property(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('134567890123456789', '2812345678901234', KEY, `Hawk id="1", mac="${tsm(TS)}"`),
  fc.string({ unit: 'binary' }),
  (before, secret, after) => {
    must(!redact(`${before}${secret}${after}`).includes(secret), 'a secret stands');
  },
);

/** Every parser of data from outside. */
export const targets: readonly Target[] = [
  { name: 'barcode answer', property: verdict },
  { name: 'envelope', property: envelope },
  ...readEndpoints(FUZZ_BILL as BillNumber, outcome, must),
  { name: 'scan', property: scan },
  { name: 'bill number', property: bill },
  ...launchTargets(must),
  { name: 'attempt record', property: storedRecord },
  { name: 'journal', property: journal },
  { name: 'stored session', property: storedSession },
  { name: 'WWW-Authenticate', property: challenge },
  { name: 'server address', property: address },
  { name: 'amount', property: amount },
  { name: 'stored log', property: storedLog },
  { name: 'redactor', property: redacted },
];
