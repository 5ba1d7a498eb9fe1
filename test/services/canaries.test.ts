import { problemText } from '../../miniprogram/services/problem-text';
import { toCashierError } from '../../miniprogram/services/to-cashier-error';
import { writeError } from '../../miniprogram/services/log/write-error';
import { BILL } from '../support/world/attempts';
import {
  CANARY_CODE,
  CANARY_PASSWORD,
  CANARY_TOKEN,
  CANARY_USER,
  CanaryWatch,
  type Leak,
} from '../support/world/canaries';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

interface Planted {
  readonly world: World;
  readonly watch: CanaryWatch;
}

async function planted(): Promise<Planted> {
  const world = new World();
  const watch = new CanaryWatch(world);
  world.http.always(
    'login',
    envelope(0, { token: CANARY_TOKEN, username: '1001', nickname: '小王' }),
  );
  await world.load();
  return { world, watch };
}

/** What staff are told when a step fails. */
async function told({ watch }: Planted, step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    watch.shown.push(problemText(toCashierError(error)), String(error));
  }
}

async function signedIn(): Promise<Planted> {
  const both = await planted();
  await both.world.signIn('1001', CANARY_PASSWORD);
  return both;
}

async function charged(): Promise<Planted & { readonly id: string }> {
  const both = await signedIn();
  const id = await both.world.charge('28.00', CANARY_CODE);
  return { ...both, id };
}

/** The server has decrypted the code, and may repeat it in its words. */
const LOUD = `付款码 ${CANARY_CODE} 无效`;

/** Every flow in which a secret is at hand. Each ends with the world as the flow left it. */
const FLOWS: Readonly<Record<string, () => Promise<Planted>>> = {
  'signing in': signedIn,
  'signing in refused, in four ways': async () => {
    const both = await planted();
    const { session } = both.world.services;
    both.world.http.next('login', answered(401, ''), envelope(-1, null, LOUD), NO_ANSWER);
    for (const user of ['1001', '1001', '1001', '收银员', '']) {
      await told(both, session.signIn(user, CANARY_PASSWORD));
    }
    return both;
  },
  'a password typed as the user name, refused in every way': async () => {
    const both = await planted();
    const { session } = both.world.services;
    both.world.http.next('login', answered(401, ''), envelope(-1, null, LOUD), NO_ANSWER);
    for (const password of ['1001', '1001', '1001', '']) {
      await told(both, session.signIn(CANARY_USER, password));
    }
    await told(both, session.signIn(CANARY_PASSWORD, '1001'));
    await both.world.signIn('1001', CANARY_USER);
    expect(both.world.services.log.entries()).toContainEqual(
      expect.objectContaining({ event: 'session.signInFailed' }),
    );
    return both;
  },
  'signing out': async () => {
    const both = await signedIn();
    await both.world.services.session.signOut();
    return both;
  },
  collected: async () => {
    const both = await charged();
    both.world.http.answer('barcode', envelope(0, { billnum: BILL, autoid: 7, billpaystate: '3' }));
    return both;
  },
  'declined, in words that hold the code': async () => {
    const both = await charged();
    both.world.http.answer('barcode', envelope(-1, null, LOUD));
    await both.world.clock.pass(20_000);
    both.watch.shown.push(both.world.attempt(both.id).message);
    return both;
  },
  'an unreadable answer that holds the code': async () => {
    const both = await charged();
    both.world.http.answer('barcode', answered(500, `<html>${CANARY_CODE}</html>`));
    return both;
  },
  'lost, watched to the end, and closed': async () => {
    const both = await charged();
    const { world, id } = both;
    world.http.answer('barcode', NO_ANSWER);
    await world.clock.pass(90_000);
    const closing = told(both, world.services.closing.paid(id, `客人出示账单 ${CANARY_CODE}`));
    await world.clock.pass(1_000);
    await closing;
    expect(world.attempt(id).state).toBe('staffPaid');
    return both;
  },
  'answered late': async () => {
    const both = await charged();
    await both.world.clock.pass(50_000);
    both.world.http.answer('barcode', envelope(1, { billnum: BILL, autoid: 7 }));
    await both.world.clock.pass(20_000);
    return both;
  },
  'killed and started again': async () => {
    const both = await charged();
    both.world.kill();
    both.watch.follow();
    await both.world.load();
    await both.world.signIn('1002', CANARY_PASSWORD);
    await both.world.clock.pass(20_000);
    return both;
  },
  'a code scanned where a bill was wanted, and twice': async () => {
    const both = await charged();
    const { world } = both;
    await told(both, (async () => world.collect('1.00', CANARY_CODE))());
    world.scanner.put(CANARY_CODE);
    await told(both, world.collect('1.00', 'XS20261122008'));
    return both;
  },
  'the storage fails': async () => {
    const both = await signedIn();
    both.world.storage.broken.add('write');
    await told(both, both.world.charge('28.00', CANARY_CODE));
    return both;
  },
  'mistakes that hold secrets in their messages': async () => {
    const both = await signedIn();
    const { world } = both;
    const { log } = world.services;
    const key = world.services.session.current()?.key.reveal() ?? '';
    const header = world.calls('login')[0]?.request.headers['Authorization'] ?? '';
    for (const secret of [CANARY_CODE, key, CANARY_TOKEN, header, `header ${header}`]) {
      writeError(log, 'error', new Error(`cannot read ${secret}`));
      writeError(log, 'rejection', `bad ${secret}\n    at x (a/${secret}.js:1:1)`);
    }
    // The password is known to the app only while it asks the server.
    world.http.next('login', () => {
      writeError(log, 'error', new Error(`cannot read ${CANARY_PASSWORD}`));
      return NO_ANSWER;
    });
    await told(both, world.services.session.signIn('1001', CANARY_PASSWORD));
    return both;
  },
};

/** Exports whatever can be exported, and lets the log be written. */
async function exportAll({ world }: Planted): Promise<void> {
  const { exportFile, logExport } = world.services;
  await logExport.offer();
  await exportFile.send();
  await exportFile.copy();
  await world.clock.pass(10_000);
}

test.each(Object.entries(FLOWS))('%s: no secret anywhere', async (_name, flow) => {
  const both = await flow();
  await settle();
  await exportAll(both);
  // The watch had something to look at.
  expect(both.world.handedOver.sent.size).toBe(1);
  expect(both.world.services.log.entries().length).toBeGreaterThan(0);
  expect(both.watch.leaks()).toEqual([]);
});

/** Mistakes that a change could make, one for each place. */
const LEAKS: Readonly<Record<string, readonly [(both: Planted) => unknown, Leak]>> = {
  'the code in the storage, already removed': [
    async ({ world: { storage } }) => {
      await storage.write('draft', CANARY_CODE);
      await storage.remove('draft');
    },
    { place: 'storage', secret: 'payment code' },
  ],
  'the code in an address': [
    ({ world }) =>
      world.http.send({
        method: 'GET',
        url: `https://pos.example.com/?code=${CANARY_CODE}`,
        headers: {},
        body: null,
        timeout: 1,
      }),
    { place: 'url', secret: 'payment code' },
  ],
  'the password in a body': [
    ({ world }) =>
      world.http.send({
        method: 'POST',
        url: 'https://pos.example.com/',
        headers: {},
        body: JSON.stringify({ password: CANARY_PASSWORD }),
        timeout: 1,
      }),
    { place: 'body', secret: 'password' },
  ],
  'the KEY in an entry that nobody masked': [
    ({ world: { services } }) => {
      const key = services.session.current()?.key.reveal() ?? '';
      const [entry] = services.log.entries();
      Object.assign(entry?.fields ?? {}, { key });
    },
    { place: 'log', secret: 'KEY' },
  ],
  'what was typed as the user name in an entry': [
    ({ world: { services } }) => {
      services.log.write('info', 'session.signedIn', { user: CANARY_USER });
    },
    { place: 'log', secret: 'password as user name' },
  ],
  'the token in a file': [
    ({ world: { services } }) =>
      services.exportFile.offer({ name: 'x', extension: 'txt', text: CANARY_TOKEN, summary: '' }),
    { place: 'file', secret: 'token' },
  ],
  'a header on the clipboard': [
    async ({ world }) => {
      const text = world.calls('mainRow')[0]?.request.headers['Authorization'] ?? '';
      await world.services.exportFile.offer({ name: 'x', extension: 'txt', text, summary: '' });
      await world.services.exportFile.copy();
    },
    { place: 'clipboard', secret: 'Authorization' },
  ],
  'the code, grouped, in words for staff': [
    ({ watch }) => watch.shown.push(CANARY_CODE.replace(/(\d{4})/g, '$1 ')),
    { place: 'shown', secret: 'payment code' },
  ],
};

test.each(Object.entries(LEAKS))('the watch finds %s', async (_name, [plant, leak]) => {
  const both = await charged();
  await plant(both);
  expect(both.watch.leaks()).toContainEqual(leak);
});
