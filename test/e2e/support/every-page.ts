import type { Attempt } from '../../../miniprogram/core/attempt';
import { fen } from '../../../miniprogram/core/money';
import { scenarios } from '../../pages/scenarios';
import { fakeAttempt } from '../../support/fakes/attempt';
import { BILL, expect, type Till } from './till';
import { seedJournal } from './seed';

/** Lets somebody look at a state, once it is drawn. */
type Look = (name: string) => Promise<void>;

/** Shows pages in their states, one after the other. Starts and ends with an empty phone. */
export type Walk = (till: Till, server: string, look: Look) => Promise<void>;

/** Result pages, in the states of the table of texts. */
const results: Walk = async (till, server, look) => {
  for (const { name, page, attempt } of scenarios) {
    await seedJournal(till, server, [attempt]);
    await till.open(`pages/${page}/${page}`, `id=${attempt.id}`);
    await expect(till.heading.first()).toBeVisible();
    await look(`${page}: ${name}`);
  }
  await seedJournal(till, server, []);
};

/** From signing in to the settings and what lies behind them. */
const settings: Walk = async (till, server, look) => {
  await seedJournal(till, server, []);
  await till.open();
  await expect(till.button('登录')).toBeVisible();
  await look('login');
  await till.button('登录').click();
  await expect(till.text('请输入用户名')).toBeVisible();
  await look('login: a problem');
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await look('collect: empty');
  await till.typeAmount('12345.67');
  await till.button('扫码收款').click();
  await expect(till.text('请输入售货单号')).toBeVisible();
  await look('collect: a problem');
  await till.button('设置').click();
  await expect(till.button('退出登录')).toBeVisible();
  await look('settings');
  await till.button('退出登录').click();
  await expect(till.button('确定退出')).toBeVisible();
  await look('settings: signing out');
  await till.button('取消').click();
  await till.button('加密自检').click();
  await expect(till.text('自检通过')).toBeVisible();
  await till.page.getByLabel('测试密码').fill('收银员@2024');
  await till.page.getByLabel('样例付款码').fill('134567890123456789');
  await till.button('计算').click();
  await expect(till.text('密文')).toBeVisible();
  await look('cipher check');
  await seedJournal(till, server, []);
};

const ATTEMPTS = (): Attempt[] => [
  fakeAttempt('unresolved'),
  fakeAttempt('conflict'),
  fakeAttempt('collected', {
    amount: fen(12_345_67),
    proof: 'answer',
    billComplete: true,
    preparedAt: Date.now(),
  }),
];

/** A blocked bill, the records and their export. */
const records: Walk = async (till, server, look) => {
  await seedJournal(till, server, ATTEMPTS());
  await till.start();
  await till.fillBill(BILL);
  await expect(till.button('该单有一笔待确认 查看')).toBeVisible();
  await look('collect: blocked');
  await till.button('明细').click();
  await expect(till.text('鲜牛奶 950ml')).toBeVisible();
  await look('bill sheet');
  await till.button('关闭').click();
  await till.button('收款记录').click();
  await expect(till.button('查询')).toBeVisible();
  await look('records');
  await till.button('导出').click();
  await expect(till.button('全部保留的记录（3 笔）')).toBeVisible();
  await look('export: which records');
  await till.button('全部保留的记录（3 笔）').click();
  await expect(till.button('发送文件')).toBeVisible();
  await look('export');
  await till.button('复制内容').click();
  await expect(till.text('内容已复制')).toBeVisible();
  await look('export: copied');
  for (const state of ['unresolved', 'conflict', 'collected']) {
    await till.open('pages/record/record', `id=fake-${state}`);
    await expect(till.text('经过')).toBeVisible();
    await look(`record: ${state}`);
  }
  await till.open('pages/receipt/receipt', 'id=fake-collected');
  await expect(till.text('鲜牛奶 950ml')).toBeVisible();
  await look('receipt');
  await till.open('pages/pending/pending', 'id=fake-unresolved');
  await till.button('确认已收款').click();
  await expect(till.page.getByRole('radio').first()).toBeVisible();
  await look('closing');
  await till.page.getByRole('radio').first().click();
  await till.button('下一步').click();
  await expect(till.text('请再次确认')).toBeVisible();
  await look('closing: the second question');
  await seedJournal(till, server, []);
};

/** Every page in every state; apart, so that workers can share them. */
export const WALKS: Readonly<Record<string, Walk>> = {
  'result pages': results,
  'from signing in to the settings': settings,
  'records, export and closing': records,
};
