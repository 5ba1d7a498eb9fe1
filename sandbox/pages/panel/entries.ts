import type { Snapshot } from '../../control/snapshot';
import { maskedCode } from '../../domain/payment-code';
import { make } from '../shared/dom';
import { clockTime, yuan } from '../shared/format';

const CHANNELS = { wechat: '微信付款码', cash: '现金', 'other-till': '另一台收银机' } as const;

const CALLS = {
  login: '登录',
  barcode: '收款',
  'main-row': '查询状态',
  rows: '查询明细',
  receipt: '查询小票',
  'wechat-query': '查询微信支付',
} as const;

/** Real charges, newest first. Codes are shown masked. */
export function ledgerEntries({ ledger, customers }: Snapshot): Node[] {
  const items = [...ledger].reverse().map((charge) => {
    const customer = customers.find((item) => item.id === charge.customerId);
    const parts = [
      clockTime(charge.at),
      CHANNELS[charge.channel],
      customer?.name,
      charge.code === null ? undefined : maskedCode(charge.code),
      `流水号 ${charge.serial}`,
    ];
    return entry(charge.billNumber, `¥${yuan(charge.fen)}`, parts);
  });
  return orEmpty(items, '还没有收款');
}

/** Payments that wait for a customer or for WeChat. */
export function waitingEntries({ confirmations, customers }: Snapshot): Node[] {
  const items = confirmations
    .filter((item) => item.state === 'waiting')
    .map((item) => {
      const customer = customers.find((each) => each.id === item.customerId);
      const words = item.kind === 'password' ? '等待客人输入密码' : '处理中，稍后到账';
      return entry(item.billNumber, `¥${yuan(item.fen)}`, [words, customer?.name]);
    });
  return orEmpty(items, '没有等待中的支付');
}

/** What came in over the wire, newest first. */
export function callEntries(calls: Snapshot['recentCalls']): Node[] {
  const items = calls.map((call) =>
    entry(CALLS[call.endpoint], call.outcome, [clockTime(call.at), call.billNumber ?? undefined]),
  );
  return orEmpty(items, '还没有请求');
}

/** Who may sign in at the cashier. */
export function userEntries(users: Snapshot['users']): Node[] {
  return users.map((user) =>
    entry(user.nickname, '', [`用户名 ${user.login}`, `密码 ${user.password}`]),
  );
}

function entry(title: string, right: string, under: (string | undefined)[]): HTMLElement {
  const words = under.filter((part) => part !== undefined).join(' · ');
  return make(
    'li',
    '',
    make('span', '', title),
    make('span', 'money', right),
    make('span', 'under', words),
  );
}

function orEmpty(items: HTMLElement[], words: string): Node[] {
  return items.length > 0 ? items : [make('li', 'empty', words)];
}
