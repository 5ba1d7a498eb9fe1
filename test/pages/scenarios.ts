import type { Attempt } from '../../miniprogram/core/attempt';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';

/**
 * What each page shows for an attempt found in the journal, nobody signed in. One table for two
 * engines: miniprogram-simulate (texts.test.ts) and glass-easel in Chromium (e2e/texts.spec.ts).
 */
export interface Scenario {
  readonly name: string;
  readonly page: 'pending' | 'success' | 'partial' | 'failure';
  readonly attempt: Attempt;
  /** What else the journal holds. */
  readonly others?: readonly Attempt[];
  /** Every text in document order; times as in `normalise`. */
  readonly texts: readonly string[];
}

/** Times depend on when and where a test runs. */
export function normalise(texts: readonly string[]): string[] {
  return texts.map((text) =>
    text
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, '<time>')
      .replace(/^\d+:\d\d$/, '<elapsed>')
      .trim(),
  );
}

const BILL = ['售货单', 'XS20261122001'];
const FACTS = [...BILL, '付款码', '13**************89', '时间', '<time>'];
const NUMBERED_FACTS = [...BILL, '支付流水号', '7001', ...FACTS.slice(2)];
const PENDING_REST = ['¥', '28.00', ...BILL, '已等待', '<elapsed>', '未登录，登录后会继续查询'];
const CHECKED_AFTER_SIGN_IN = ['未登录，登录后会继续核对', '核对前请勿再次收款'];
const PENDING_ACTIONS = ['重新登录', '先收下一单'];

export const scenarios: readonly Scenario[] = [
  {
    name: 'waiting for the customer',
    page: 'pending',
    attempt: fakeAttempt('awaiting'),
    texts: ['等待客人付款', '请客人在手机上输入支付密码', ...PENDING_REST, ...PENDING_ACTIONS],
  },
  {
    name: 'no trustworthy answer',
    page: 'pending',
    attempt: fakeAttempt('unknown', { unknownReason: 'noAnswer' }),
    texts: ['正在确认结果', '款项可能已收到，请勿重复收款', ...PENDING_REST, ...PENDING_ACTIONS],
  },
  {
    name: 'the watch has ended',
    page: 'pending',
    attempt: fakeAttempt('unresolved'),
    texts: [
      '结果未知',
      '请勿重复收款',
      ...PENDING_REST.slice(0, 2),
      '请核对客人的微信账单或收银系统后再处理',
      ...PENDING_REST.slice(2),
      ...PENDING_ACTIONS,
    ],
  },
  {
    name: 'collected, bill complete',
    page: 'success',
    attempt: fakeAttempt('collected', {
      proof: 'answer',
      billComplete: true,
      paymentNumber: '7001',
    }),
    texts: ['收款成功', '¥', '28.00', ...NUMBERED_FACTS, '下一单', '查看小票'],
  },
  {
    name: 'the last part of a bill',
    page: 'success',
    attempt: fakeAttempt('collected', { proof: 'answer', billComplete: true, amount: fen(1800) }),
    others: [
      fakeAttempt('collected', {
        id: 'first-part',
        proof: 'answer',
        billComplete: false,
        amount: fen(1000),
      }),
    ],
    texts: ['收款成功', '¥', '18.00', '本机已收', '¥28.00', ...FACTS, '下一单', '查看小票'],
  },
  {
    name: "collected by the bill's state",
    page: 'success',
    attempt: fakeAttempt('collected', { proof: 'billState', billComplete: true }),
    texts: ['收款成功', '按单据状态', '¥', '28.00', ...FACTS, '下一单', '查看小票'],
  },
  {
    name: "collected by staff's word",
    page: 'success',
    attempt: fakeAttempt('staffPaid', { closing: { by: '1001', at: 0, note: '' } }),
    texts: ['收款成功', '人工确认', '¥', '28.00', ...FACTS, '下一单', '查看小票'],
  },
  {
    name: "collected by staff's word, the bill's amounts were never read",
    page: 'success',
    attempt: fakeAttempt('staffPaid', {
      closing: { by: '1001', at: 0, note: '' },
      baseline: { sentAt: 0, payState: '1', figures: null },
    }),
    texts: ['人工确认已收', '尚不知该单是否收齐', '¥', '28.00', ...FACTS, '下一单', '查看小票'],
  },
  {
    name: "a part of the bill by staff's word",
    page: 'partial',
    attempt: fakeAttempt('staffPaid', {
      closing: { by: '1001', at: 0, note: '' },
      amount: fen(1000),
    }),
    texts: [
      '部分收款成功',
      '人工确认',
      '¥',
      '10.00',
      '本次收款',
      '¥10.00',
      '应收',
      '—',
      '本机已收',
      '¥10.00',
      '还需收款',
      '—',
      '暂时读不到该单金额',
      '本机收款 1 笔，已收 ¥10.00',
      '展开',
      ...FACTS,
      '继续收款',
      '稍后再收',
    ],
  },
  {
    name: 'a part of the bill, amounts not readable',
    page: 'partial',
    attempt: fakeAttempt('collected', { proof: 'answer', billComplete: false }),
    texts: [
      '部分收款成功',
      '¥',
      '28.00',
      '本次收款',
      '¥28.00',
      '应收',
      '—',
      '本机已收',
      '¥28.00',
      '还需收款',
      '—',
      '暂时读不到该单金额',
      '本机收款 1 笔，已收 ¥28.00',
      '展开',
      ...FACTS,
      '继续收款',
      '稍后再收',
    ],
  },
  {
    name: 'declined, bill not read again yet',
    page: 'failure',
    attempt: fakeAttempt('declined', { message: '余额不足', recheck: 'pending' }),
    texts: [
      '收款失败',
      '余额不足',
      '¥',
      '28.00',
      ...CHECKED_AFTER_SIGN_IN,
      ...FACTS,
      '重新登录',
      '返回',
    ],
  },
  {
    name: 'declined, bill not readable',
    page: 'failure',
    attempt: fakeAttempt('declined', { message: '', recheck: 'unreadable' }),
    texts: [
      '收款失败',
      '付款未成功，请客人换一种付款方式或刷新付款码',
      '¥',
      '28.00',
      ...CHECKED_AFTER_SIGN_IN,
      ...FACTS,
      '重新登录',
      '返回',
    ],
  },
  {
    name: 'declined, bill seen unmoved',
    page: 'failure',
    attempt: fakeAttempt('declined', { message: '余额不足', recheck: 'unmoved' }),
    texts: [
      '收款失败',
      '余额不足',
      '¥',
      '28.00',
      '已核对：该单金额未变，可以重新收款',
      ...FACTS,
      '重新扫码',
      '返回',
    ],
  },
  {
    name: 'declined, only the state could be compared',
    page: 'failure',
    attempt: fakeAttempt('declined', {
      message: '余额不足',
      recheck: 'unmoved',
      baseline: { sentAt: 0, payState: '1', figures: null },
    }),
    texts: [
      '收款失败',
      '余额不足',
      '¥',
      '28.00',
      '已核对：单据状态未变，金额未核对',
      '请先看客人微信账单，没有这笔付款再重新收款',
      ...FACTS,
      '重新扫码',
      '返回',
    ],
  },
  {
    name: 'rejected by the server',
    page: 'failure',
    attempt: fakeAttempt('rejected', { rejectedReason: 'refusedByServer' }),
    texts: [
      '收款失败',
      '服务器拒绝了这次请求，未扣款。请核对单号和金额，再重新扫码',
      '¥',
      '28.00',
      ...FACTS,
      '重新扫码',
      '返回',
    ],
  },
  {
    name: "closed as not paid by staff's word",
    page: 'failure',
    attempt: fakeAttempt('staffNotPaid', { closing: { by: '1002', at: 0, note: '' } }),
    texts: ['人工确认未收款', '该单可以重新收款', '¥', '28.00', ...FACTS, '重新扫码', '返回'],
  },
  {
    name: 'a conflict',
    page: 'failure',
    attempt: fakeAttempt('conflict'),
    texts: [
      '收款冲突',
      '记录为未收款，但单据有变动：款项可能已收到。请勿再次收款，请核对客人的微信账单。',
      '¥',
      '28.00',
      ...FACTS,
      '我已知晓',
      '返回',
    ],
  },
];
