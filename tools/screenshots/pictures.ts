import type { Browser, BrowserContextOptions } from '@playwright/test';
import { Customer } from '../../test/e2e/support/customer';
import { PosServer } from '../../test/e2e/support/pos-server';
import type { Shop } from '../../test/e2e/support/shop';
import { Cashier } from './cashier';

export interface Look extends Required<Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>> {
  /** As set in WeChat, px. */
  readonly fontSize: number;
}

const CLOCK =
  '手机时间与服务器相差 3 天，请在手机设置里打开自动设置时间；手机时间无误时请联系管理员校准服务器';
const FIRST = 'XS20261122001';
const SECOND = 'XS20261122002';
const THIRD = 'XS20261122006';

/** Goes through real payments and takes a picture of every page on the way, by name. */
export async function takePictures(
  browser: Browser,
  shop: Shop,
  look: Look,
): Promise<ReadonlyMap<string, Buffer>> {
  const { sandbox, url } = shop.simulator;
  sandbox.reset();
  const cashier = await Cashier.open(browser, url, look, shop.clock);
  const pos = new PosServer(sandbox);
  await signIn(cashier);
  await firstPayments(cashier, new Customer(sandbox));
  await waiting(cashier, pos, new Customer(sandbox, 'c3'));
  await failures(cashier, pos, new Customer(sandbox));
  await records(cashier);
  await settings(cashier);
  await cashier.openAt('http://pos.example.com/erp');
  await cashier.take('refused', '服务器不能使用');
  await cashier.close();
  return cashier.pictures;
}

async function signIn(cashier: Cashier): Promise<void> {
  await cashier.take('login', '登录');
  await cashier.whileClockIsRefused(async () => {
    await cashier.signIn();
    await cashier.take('login-clock', CLOCK);
  });
  await cashier.signIn();
}

async function firstPayments(cashier: Cashier, customer: Customer): Promise<void> {
  await cashier.take('collect', '扫码收款');
  await cashier.fill(FIRST, '10');
  await cashier.take('collect-filled', '28.00', '10');
  await cashier.tap('明细');
  await cashier.take('bill-sheet', '单据明细', '商品明细');
  await cashier.tap('关闭');
  await cashier.tap('扫码收款');
  await cashier.take('scan', '取消');
  await cashier.scan(customer.code());
  await cashier.take('partial', '部分收款成功', '¥18.00');
  await cashier.tap('继续收款');
  await cashier.tap('扫码收款');
  await cashier.scan(customer.code());
  await cashier.take('success', '收款成功');
  await cashier.tap('查看小票');
  await cashier.take('receipt', FIRST);
  await cashier.home();
}

async function failures(cashier: Cashier, pos: PosServer, customer: Customer): Promise<void> {
  pos.fault('declined');
  await cashier.collect(THIRD, '55.50', customer.code());
  await cashier.take('failure', '收款失败', '重新扫码');

  pos.fault('declined');
  pos.fault('error-before', { target: 'query', times: 50, afterBarcode: true });
  await cashier.tap('重新扫码');
  await cashier.scan(customer.newCode());
  await cashier.take('failure-unreadable', '暂时无法核对');
  pos.payElsewhere(THIRD, 2000);
  pos.heal();
  await cashier.pass(6_000);
  // A conflict is loud on every other page: last of all.
  await cashier.take('failure-conflict', '收款冲突');
}

async function waiting(cashier: Cashier, pos: PosServer, customer: Customer): Promise<void> {
  await cashier.collect(SECOND, '100', customer.code());
  await cashier.take('pending-waiting', '等待客人付款', '立即查询');
  await cashier.tap('先收下一单');
  await cashier.take('collect-banner', '1 笔收款待确认');
  await cashier.fill(SECOND, '');
  await cashier.take('collect-blocked', '该单有一笔待确认');
  await cashier.pass(61_000);
  await cashier.tap('该单有一笔待确认 查看');
  await cashier.take('pending-unknown', '结果未知', '请勿重复收款');
  await cashier.tap('确认未收款');
  await cashier.choose('客人微信账单没有这笔付款');
  await cashier.take('closing', '您核对了什么？');
  await cashier.tap('下一步');
  await cashier.take('closing-again', '请再次确认');
  await cashier.tap('取消');
  await cashier.tap('先收下一单');
  pos.fault('error-before');
  await cashier.collect('XS20261122008', '2', customer.newCode());
  await cashier.take('pending-confirming', '正在确认结果', '立即查询');
  await cashier.tap('先收下一单');
}

/** After the conflict: all kinds stand in the list. */
async function records(cashier: Cashier): Promise<void> {
  await cashier.tap('返回');
  await cashier.take('collect-conflict', '扫码收款');
  await cashier.tap('收款记录');
  await cashier.take('records', '冲突，请先处理', '待确认');
  await cashier.tap('导出');
  await cashier.take('export-choice', '选择导出范围');
  await cashier.tapLike('全部保留的记录');
  await cashier.take('export', '发送文件');
  await cashier.tap('关闭');
  await cashier.tapLike(`${FIRST} ¥18.00`);
  await cashier.take('record', '经过');
  await cashier.home();
}

async function settings(cashier: Cashier): Promise<void> {
  await cashier.tap('设置');
  await cashier.take('settings', '退出登录');
  await cashier.tap('退出登录');
  await cashier.take('sign-out', '确定退出登录？');
  await cashier.tap('取消');
  await cashier.tap('加密自检');
  await cashier.type('测试密码', '收银员@2024');
  await cashier.type('样例付款码', '134567890123456789');
  await cashier.tap('计算');
  await cashier.take('cipher-check', '密文');
}
