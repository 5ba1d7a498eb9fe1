import type { Attempt } from '../../miniprogram/core/attempt';
import { fakeAttempt } from '../support/fakes/attempt';
import { type FakePosServer, fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

const BILL = 'XS20261122001';
const CODE = '134567890123456789';

let phone: FakePhone;
let server: FakePosServer;

async function prepare(journal: readonly Attempt[] | null = [], signedIn = true): Promise<void> {
  phone = await fakePhone(journal);
  server = fakePosServer();
  phone.answer = server.answer;
  if (signedIn) await phone.services.session.signIn('1001', '123456');
}

async function launch(query: Record<string, string>): Promise<RenderedPage> {
  const page = await renderPage('pages/collect/collect', { services: phone.services, query });
  await settle();
  await settle();
  return page;
}

const shown = (page: RenderedPage): unknown[] => {
  const { bill, amountText } = page.instance['data'] as Record<string, unknown>;
  return [bill, amountText];
};

test.each<[string, Record<string, string>]>([
  ['a path', { billnum: BILL, amount: '20' }],
  [
    'a ticket’s link',
    { q: encodeURIComponent(`https://pos.example.com/t?billnum=${BILL}&amount=20`) },
  ],
  ['a mini program code', { scene: `${BILL}~20` }],
])('%s fills in bill and amount and starts nothing', async (_name, query) => {
  await prepare();
  phone.scans.push(CODE);
  const page = await launch(query);
  expect(shown(page)).toEqual([BILL, '20.00']);
  expect(page.texts()).toContain('来自单据码');
  expect(page.text()).toContain('待收 填入 28.00');
  expect([phone.scans.length, server.charges.length, phone.moves]).toEqual([1, 0, []]);
});

test('an amount above what remains gives way to it, with a word', async () => {
  await prepare();
  const page = await launch({ billnum: BILL, amount: '100' });
  expect(shown(page)).toEqual([BILL, '28.00']);
  expect(page.texts()).toContain('单据码的金额 ¥100.00 多于待收，已填入待收');
});

test('it waits for the journal', async () => {
  await prepare(null);
  const page = await launch({ billnum: BILL });
  expect(shown(page)).toEqual(['', '']);
  await phone.services.attempts.load(0);
  await settle();
  await settle();
  expect(shown(page)).toEqual([BILL, '28.00']);
});

test('it waits for somebody to sign in', async () => {
  await prepare([], false);
  const page = await launch({ billnum: BILL });
  expect(shown(page)).toEqual(['', '']);
  expect(phone.moves).toEqual(['open /pages/login/login']);
  await page.hide();
  await phone.services.session.signIn('1001', '123456');
  await page.show();
  await settle();
  expect(shown(page)).toEqual([BILL, '28.00']);
});

test('a bill with an undecided attempt opens that attempt', async () => {
  const attempt = fakeAttempt('unknown');
  await prepare([attempt]);
  const page = await launch({ billnum: BILL.toLowerCase(), amount: '28' });
  expect(phone.moves).toEqual([`open /pages/pending/pending?id=${attempt.id}`]);
  expect(shown(page)).toEqual(['', '']);
  // Once: coming back does not lead there again.
  await page.hide();
  await page.show();
  expect(phone.moves).toHaveLength(1);
});

test.each<[string, Record<string, string>, string]>([
  ['a payment code', { billnum: CODE }, '单据码不能用：这是付款码，不是售货单号'],
  [
    'another host',
    { q: 'https%3A%2F%2Fevil.net%2F%3Fbillnum%3DXS1' },
    '这个二维码不是本店的单据码',
  ],
  ['no bill', { scene: '~28' }, '单据码里没有售货单号'],
])('%s is refused in words', async (_name, query, words) => {
  await prepare();
  const page = await launch(query);
  expect(page.texts()).toContain(words);
  expect(shown(page)).toEqual(['', '']);
  expect(page.text()).not.toContain(CODE);
});

test('a bad amount is dropped with a word', async () => {
  await prepare();
  const page = await launch({ billnum: BILL, amount: '1e9' });
  expect(shown(page)).toEqual([BILL, '28.00']);
  expect(page.texts()).toContain('单据码里的金额不能用，请核对后输入');
});

test('relaunched while something was typed: the link wins, and what was typed can be had back', async () => {
  await prepare();
  const first = await launch({});
  await first.input('售货单号', 'XS9');
  await first.tap('5');
  await first.unload();
  const page = await launch({ billnum: BILL });
  expect(shown(page)).toEqual([BILL, '28.00']);
  expect(page.texts()).toContain('原来填写的 XS9 ¥5 没有收款');
  await page.tap('换回');
  expect(shown(page)).toEqual(['XS9', '5']);
  expect(page.find('换回')).toBeUndefined();
});

test('relaunched while a code is being scanned: the charge goes on, the link waits for it', async () => {
  await prepare();
  const first = await launch({});
  await first.input('售货单号', 'XS9');
  await first.tap('5');
  let scanned: (text: string) => void = () => undefined;
  phone.services.scanner.scan = () =>
    new Promise((resolve) => {
      scanned = resolve;
    });
  await first.tap('扫码收款');
  await settle();
  await first.unload();
  const page = await launch({ billnum: BILL });
  expect(shown(page)).toEqual(['XS9', '5']);
  scanned(CODE);
  await settle();
  await settle();
  await settle();
  expect(server.charges).toHaveLength(1);
  expect(server.charges[0]?.body).toContain('"billnum":"XS9"');
  expect(phone.services.draft.get()).toMatchObject({ bill: BILL });
  expect(shown(page)).toEqual([BILL, '28.00']);
});
