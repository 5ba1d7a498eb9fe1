import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers';
import { AppService, type Instance } from './app-service';
import { cpuTime } from './cpu-time';
import { createWx, type Moments } from './wx';

/**
 * Runs in a process of its own, with or without `--jitless`: starts a packed app, and if asked makes
 * payments. Prints one line of JSON.
 *
 *     node main.js PLAN.json
 */
export interface Plan {
  readonly bundle: string;
  readonly firstPage: string;
  /** Components that each page needs, children first. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** 0: only the start. */
  readonly payments: number;
}

/** One payment, ms of script. */
export interface PaymentTimes {
  /** From the scanner's answer to `wx.request`. */
  readonly request: number;
  /** From the server's answer to the last setData of the result page. */
  readonly page: number;
}

/** ms of script from nothing. */
export interface StartTimes {
  /** To the first page as it is drawn first, with the data it begins with. */
  readonly page: number;
  /** To the first data that the page is given after that. */
  readonly data: number;
}

export interface Outcome {
  readonly start: StartTimes;
  readonly payments: readonly PaymentTimes[];
  /** Parts of `request`, ms each, in the same process after the payments. */
  readonly parts: Readonly<Record<string, number>>;
}

/** What this file takes for granted of the cashier. */
interface Cashier {
  services(): {
    session: { signIn(user: string, password: string): Promise<unknown> };
    draft: { set(draft: { bill: string; amount: string }): void };
    attempts: { all(): { state: string }[] };
  };
  servicesReady(): Promise<unknown>;
}

/** Node's own globals: a framework that finds them takes another way than on a phone. */
const NOT_ON_A_PHONE = [
  ...['setImmediate', 'clearImmediate', 'performance', 'navigator'],
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'WebSocket', 'EventSource'],
];

async function main(): Promise<void> {
  const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan;
  for (const name of NOT_ON_A_PHONE) Reflect.deleteProperty(globalThis, name);
  const service = new AppService();
  service.needs = (page) => plan.needs[page] ?? [];
  const { wx, moments } = createWx(service);
  // Frameworks put their own in its place.
  Object.defineProperty(globalThis, 'wx', { value: wx, configurable: true, writable: true });
  const began = service.start(plan.bundle, plan.firstPage);
  const page = cpuTime() - began;
  await firstData(service);
  const start = { page, data: service.firstData - began };
  const payments: PaymentTimes[] = [];
  let parts: Outcome['parts'] = {};
  if (plan.payments > 0) {
    const cashier = service.require('services/services') as Cashier;
    await cashier.servicesReady();
    await cashier.services().session.signIn('1001', '123456');
    await settled();
    while (service.pages.pages.length > 1) service.pages.back();
    for (let number = 0; number < plan.payments; number += 1) {
      payments.push(await pay(service, cashier, moments, number));
    }
    const collected = cashier.services().attempts.all();
    if (collected.some(({ state }) => state !== 'collected')) throw new Error('not collected');
    parts = measureParts(service);
  }
  process.stdout.write(JSON.stringify({ start, payments, parts } satisfies Outcome));
  process.exit(0);
}

/** A busy machine may need seconds for what an idle one does in ten milliseconds. */
const DATA_LIMIT_MS = 10_000;

/** The first page's data may have to wait for timers and the storage. */
async function firstData(service: AppService): Promise<void> {
  const began = Date.now();
  // All that is due with the first data shall be over before a payment is measured.
  do await new Promise((resolve) => setTimeout(resolve, 50));
  while (service.firstData === 0 && Date.now() - began < DATA_LIMIT_MS);
  if (service.firstData === 0) throw new Error('the first page got no data');
}

async function pay(
  service: AppService,
  cashier: Cashier,
  moments: Moments,
  number: number,
): Promise<PaymentTimes> {
  const page = service.pages.pages[0] as Instance;
  const bill = `XS2026112${String(2000 + number)}`;
  cashier.services().draft.set({ bill, amount: '28.00' });
  service.pages.call(page, 'onShow');
  await settled();
  moments.answered = 0;
  service.pages.call(page, 'onCollect');
  await settled();
  const { route, at } = service.lastSetData;
  if (!route.includes('success') || at < moments.answered) throw new Error(`ended on ${route}`);
  while (service.pages.pages.length > 1) service.pages.back();
  await settled();
  return { request: moments.sent - moments.scanned, page: at - moments.answered };
}

type Call = (...args: never[]) => unknown;

/** The steps between scan and request, each by itself. */
function measureParts(service: AppService): Record<string, number> {
  const of = (module: string, name: string): Call => {
    const found = (service.require(module) as Record<string, Call | undefined>)[name];
    if (found === undefined) throw new Error(`${module} has no ${name}`);
    return found;
  };
  const key = 'E10ADC3949BA59ABBE56E057F20F883E';
  const run = (call: Call, ...args: unknown[]): number => {
    const began = cpuTime();
    const times = 50;
    for (let time = 0; time < times; time += 1) call(...(args as never[]));
    return (cpuTime() - began) / times;
  };
  const cashier = service.require('services/services') as {
    services(): { attempts: { all(): unknown[] } };
  };
  const [attempt] = cashier.services().attempts.all();
  const body = '{"billnum":"XS20261122001","wechatbarcode":"…","paymentvalue":28.00}';
  return {
    judge: run(of('core/payment-code', 'judgeScan'), '134567890123456789'),
    encrypt: run(of('utils/crypto', 'encryptPaymentCode'), '134567890123456789', key, 'sha256-ecb'),
    payload: run(of('services/pos/collect-by-barcode', 'barcodeBody'), 'XS20261122001', 'x', 2800),
    sign: run(
      of('utils/hawk', 'hawkHeader'),
      { id: '1001', key },
      {
        method: 'POST',
        resource: '/api',
        host: 'pos.example.com',
        port: 443,
        payload: { contentType: 'application/json', body },
      },
      { ts: 1_800_000_000, nonce: 'abcdef' },
    ),
    'journal record': run(of('core/attempt-record', 'encodeRecord'), attempt, 1),
  };
}

/** All that answers at once has been answered, and nothing but timers is left. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
