import { expect } from './support';
import { closeByWord } from './support/closing';
import { killAtWrite } from './support/kill';
import { billOf, NAMES, wordOf } from './morning/bills';
import { csvTotals, exported, settle, shownTotals, totalsOf } from './morning/books';
import { Counter, test } from './morning/counter';

const LATE_MS = 60 * 60_000;

test('a morning of twenty bills: ledger, records page and exported file agree', async ({
  till,
  pos,
  pass,
  customer,
  carefulCustomer,
  leakWatch,
}) => {
  test.setTimeout(300_000);
  const counter = new Counter(till, pos, pass);
  const code = (): string => customer.newCode();
  await till.start();

  await test.step('9 o’clock: paid at once, with the password, in parts', async () => {
    await counter.payAtOnce('milk', code());
    await counter.payAtOnce('apples', code());

    await counter.enter('suit');
    await counter.charge(carefulCustomer.newCode());
    await counter.sees('等待客人付款');
    carefulCustomer.confirm();
    await counter.sees('收款成功');
    await counter.next();

    await counter.enter('couple');
    await counter.charge(code(), '100.01');
    await counter.sees('部分收款成功');
    await till.button('继续收款').click();
    await expect(till.text('已填入待收')).toBeVisible();
    await counter.charge(code());
    await counter.sees('收款成功');
    await counter.next();

    await counter.enter('deposit');
    await counter.charge(code(), '60');
    await counter.sees('部分收款成功');
    await counter.next('稍后再收');

    await counter.payAtOnce('candy', code());
  });

  await test.step('what goes wrong: declined, answer lost, no network', async () => {
    pos.fault('declined');
    await counter.enter('poor');
    await counter.charge(code());
    await counter.sees('收款失败');
    await till.button('重新扫码').click();
    await till.scan(code());
    await counter.sees('收款成功');
    await counter.next();

    pos.fault('answer-lost');
    const amount = (pos.bill(billOf('cut')).dueFen / 100).toFixed(2);
    await till.collectOnFreshConnection({ bill: billOf('cut'), amount, code: code() });
    await counter.sees('收款成功');
    await counter.next();

    await counter.enter('offline');
    await till.phone.network('none');
    await till.button('扫码收款').click();
    await expect(till.text('手机没有网络，不能开始收款。请连上网络后再试')).toBeVisible();
    await till.phone.network('wifi');
    await counter.charge(code());
    await counter.sees('收款成功');
    await counter.next();
  });

  await test.step('one stays undecided; the next ones are not kept waiting', async () => {
    pos.fault('undecided', { ms: LATE_MS });
    await counter.enter('late');
    await counter.charge(code());
    await counter.sees('等待客人付款');
    await till.button('先收下一单').click();
    await counter.payAtOnce('water', code());
    await counter.payAtOnce('pork', code());

    await till.button('1 笔收款待确认，结果未知 查看').click();
    await counter.sees('结果未知');
    await till.button('继续查询').click();
    await closeByWord(till, '确认未收款');
    await counter.sees('人工确认未收款');
    await till.button('返回').click();
    await till.fillBill('');
    await till.button('清空').click();
    expect(pos.charges(billOf('late'))).toEqual([]);
  });

  await test.step('another till takes cash; the app is killed; a bill is empty, one unknown', async () => {
    pos.payElsewhere(billOf('half'), 30_00);
    await counter.enter('half');
    await counter.charge(carefulCustomer.newCode());
    await counter.sees('等待客人付款');
    carefulCustomer.confirm();
    await counter.sees('收款成功');
    await counter.next();

    pos.payElsewhere(billOf('elsewhere'), pos.bill(billOf('elsewhere')).dueFen);
    await till.typeAmount('1');
    await counter.refused(billOf('elsewhere'), '该单已收齐，无需再收');

    await till.button('清空').click();
    await counter.enter('killed');
    await killAtWrite(till.page, 2, 'before');
    await counter.charge(code());
    await till.signIn();
    await expect
      .poll(async () => (await till.phone.journal()).find((one) => one.bill === billOf('killed')))
      .toMatchObject({ state: 'collected' });

    await till.typeAmount('1');
    await counter.refused(billOf('emptied'), '该单没有应收金额，请核对单号');
    await till.fillBill('XS20261122999');
    await expect(till.text('没有找到该售货单，请核对单号')).toBeVisible();
    await till.button('清空').click();
    await counter.payAtOnce('deposit', code());
  });

  await test.step('1002 takes over', async () => {
    await till.button('设置').click();
    await till.button('退出登录').click();
    await till.button('确定退出').click();
    await till.signIn('1002', '收银员@2024');
    await expect(till.button('扫码收款')).toBeVisible();
    await counter.payAtOnce('eggs', code());

    await counter.enter('muddled');
    await counter.charge(carefulCustomer.newCode(), '100');
    await counter.sees('等待客人付款');
    pos.payElsewhere(billOf('muddled'), 88_80);
    carefulCustomer.confirm();
    await pass(61_000);
    await counter.sees('结果未知');
    await closeByWord(till, '确认已收款');
    await counter.sees('部分收款成功');
    await expect(till.text('人工确认')).toBeVisible();
    await counter.next('稍后再收');

    await counter.payAtOnce('television', code());
    await counter.payAtOnce('bag', code());
  });

  await test.step('the money nobody expected any more: a conflict, first in the records', async () => {
    await pass(LATE_MS);
    await expect.poll(() => pos.charges(billOf('late'))).toHaveLength(1);
    await till.fillBill(billOf('late'));
    await expect(till.button('1 笔收款冲突 查看')).toBeVisible();
    await till.button('收款记录').click();
    const headings = till.page.locator('wx-page:visible').getByRole('heading');
    await expect(headings.first()).toHaveText('冲突，请先处理');
    const first = till.page.locator('wx-page:visible #list').getByRole('button').first();
    await expect(first).toHaveAccessibleName(new RegExp(`^${billOf('late')} .* 冲突 `));
  });

  // The server's own book: every bill is paid, and none twice.
  for (const name of NAMES) {
    const { dueFen, collectedFen } = pos.bill(billOf(name));
    expect(collectedFen, name).toBe(dueFen);
  }
  const charges = pos.charges().filter(({ channel }) => channel === 'wechat');
  expect(new Set(charges.map(({ billNumber }) => wordOf(billNumber)))).toEqual(
    new Set(['系统确认', '按单据状态', '人工确认', '冲突']),
  );

  // The page's: money of this shift is what its user has collected.
  const shift = totalsOf(charges.filter(({ by }) => by === '1002'));
  expect(await shownTotals(till)).toEqual({ today: totalsOf(charges), shift });

  // The file's: its sums, and every line.
  const { text, lines } = await exported(till);
  leakWatch.look('body', text);
  expect(csvTotals(lines)).toEqual(totalsOf(charges));
  const { unpaid, missing } = settle(charges, lines);
  expect(missing).toEqual([]);
  expect(unpaid.map((line) => [line['售货单'], line['状态']])).toEqual([[billOf('poor'), '失败']]);
});
