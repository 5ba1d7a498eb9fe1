import { conclusionText, statementText } from '../../miniprogram/pages/record/story-text';
import { applyEvent, type AttemptEvent } from '../../miniprogram/core/transitions';
import type { Attempt } from '../../miniprogram/core/attempt';
import { conclusionOf, storyOf } from '../../miniprogram/core/evidence-story';
import {
  answer,
  inState,
  prepared,
  reading,
  START,
  STATES,
  verdicts,
} from '../support/world/attempts';

const staff = { by: '1002', note: '客人微信账单显示已付款' };

function after(...events: readonly AttemptEvent[]): Attempt {
  return events.reduce(applyEvent, prepared());
}

const submit: AttemptEvent = { type: 'submit', at: START + 10 };
const evidence = (proof: 'billState' | 'receiptGrowth' | 'thirdPartyQuery'): AttemptEvent => ({
  type: 'evidence',
  proof,
  billComplete: true,
  at: START + 9_000,
});

const texts = (attempt: Attempt): string[] =>
  storyOf(attempt).map(({ statement }) => statementText(statement));

const BASELINE = '收款前读到：应收 ¥28.00，已收 ¥0.00，单据未收齐（状态 1）';
const BEGINNING = [BASELINE, '扫到客人的付款码', '准备发出收款请求'];

test.each<[string, Attempt, string[], string]>([
  [
    'answered at once',
    after(submit, answer(verdicts.collected, START + 900)),
    [...BEGINNING, '服务器应答：已收款'],
    '系统确认：服务器对这次收款的应答',
  ],
  [
    'by password, seen on the receipt',
    after(submit, answer(verdicts.awaiting, START + 900), evidence('receiptGrowth')),
    [...BEGINNING, '服务器应答：等待客人确认付款', '确认已收款：小票的已收正好增加了这笔金额'],
    '按单据状态：小票的已收正好增加了这笔金额。现金或其他收银机收款也会有同样的变动',
  ],
  [
    'no answer, restarted, unresolved, then asked WeChat',
    after(
      submit,
      { type: 'restart', at: START + 60_000 },
      { type: 'watchEnded', at: START + 70_000 },
      evidence('thirdPartyQuery'),
    ),
    [
      ...BEGINNING,
      '程序重启：请求可能已发出，没有等到应答',
      '自动查询结束，没有查到结果',
      '确认已收款：向微信查询的结果',
    ],
    '系统确认：向微信查询的结果',
  ],
  [
    'closed by staff',
    after(
      submit,
      answer(verdicts.unknown, START + 1),
      { type: 'watchEnded', at: START + 2 },
      { type: 'staffPaid', ...staff, at: START + 3 },
    ),
    [
      ...BEGINNING,
      '结果不明：服务器出错',
      '自动查询结束，没有查到结果',
      '1002 人工确认已收款（客人微信账单显示已付款）',
    ],
    '人工确认：1002 确认已收款（客人微信账单显示已付款）',
  ],
  [
    'declined, and the bill moved: a conflict somebody knows of',
    after(
      submit,
      answer(verdicts.declined, START + 1),
      { type: 'recheck', result: 'moved', at: START + 2 },
      { type: 'acknowledge', at: START + 3 },
    ),
    [
      ...BEGINNING,
      '服务器应答：收款失败（余额不足）',
      '核对单据：金额或状态有变动，与「未收款」不符',
      '收银员已知晓冲突',
    ],
    '记录为未收款，但款项可能已收到。请核对客人的微信账单',
  ],
  [
    'staff said not paid, then money showed up',
    after(
      submit,
      { type: 'watchEnded', at: START + 2 },
      { type: 'staffNotPaid', by: '1001', note: '', at: START + 3 },
      evidence('billState'),
    ),
    [
      ...BEGINNING,
      '自动查询结束，没有查到结果',
      '1001 人工确认未收款',
      '出现款项，与「未收款」不符：单据状态变为已收齐，这笔正好是全部待收',
    ],
    '记录为未收款，但款项可能已收到。请核对客人的微信账单',
  ],
  [
    'declined, the late answer says collected',
    after(submit, answer(verdicts.declined, START + 1), answer(verdicts.collected, START + 2)),
    [
      ...BEGINNING,
      '服务器应答：收款失败（余额不足）',
      '出现款项，与「未收款」不符：服务器对这次收款的应答（较晚收到）',
    ],
    '记录为未收款，但款项可能已收到。请核对客人的微信账单',
  ],
  [
    'refused before processing',
    after(submit, answer(verdicts.rejected, START + 1)),
    [...BEGINNING, '服务器拒绝了这次请求，未扣款。请核对单号和金额，再重新扫码'],
    '请求在处理前被拒绝，没有扣款',
  ],
  [
    'written down, but the call could not leave',
    after(submit, answer({ kind: 'rejected', reason: 'notSent', message: '' }, START + 1)),
    [...BEGINNING, '请求没有发出，未扣款。请检查网络后重新扫码'],
    '请求没有发出，没有扣款',
  ],
  [
    'stopped before the call',
    after({ type: 'abandon', at: START + 1 }),
    [...BEGINNING.slice(0, 2), '发出前停止，没有扣款'],
    '请求没有发出，没有扣款',
  ],
  [
    'killed before the call',
    after({ type: 'restart', at: START + 1 }),
    [...BEGINNING.slice(0, 2), '程序重启：请求没有发出，没有扣款'],
    '请求没有发出，没有扣款',
  ],
])('%s', (_name, attempt, story, conclusion) => {
  expect(texts(attempt)).toEqual(story);
  expect(conclusionText(conclusionOf(attempt))).toBe(conclusion);
});

test.each([
  [reading(START, '1'), '收款前读到：单据未收齐（状态 1）'],
  [reading(START, '2'), '收款前读到：单据未收齐（状态 2）'],
  [reading(START, ''), '收款前读到：单据未收齐'],
  [reading(START, '3'), '收款前读到：单据已收齐'],
  [reading(START, null), '收款前读到：单据存在'],
  [reading(START, null, [2800, 500]), '收款前读到：应收 ¥28.00，已收 ¥5.00'],
])('the baseline as far as it was read', (baseline, text) => {
  expect(texts(prepared({ baseline }))[0]).toBe(text);
});

test('declined where no amount was read: only the state was compared', () => {
  const declined = applyEvent(
    inState('submitted', { baseline: reading(START, '1') }),
    answer(verdicts.declined, START + 1),
  );
  const unmoved = applyEvent(declined, { type: 'recheck', result: 'unmoved', at: START + 9 });
  expect(conclusionText(conclusionOf(unmoved))).toBe(
    '服务器应答收款失败；之后核对过单据，状态未变，金额未核对',
  );
});

test.each([
  ['unmoved', '服务器应答收款失败；之后核对过单据，没有变动'],
  ['unreadable', '服务器应答收款失败；之后读不到单据，暂时无法核对'],
] as const)('declined, %s', (result, text) => {
  const at = START + 9;
  const attempt = applyEvent(inState('declined'), { type: 'recheck', result, at });
  expect(conclusionText(conclusionOf(attempt))).toBe(text);
});

test.each(STATES)('%s: every change is told, in order, each in words', (state) => {
  const attempt = inState(state);
  const story = storyOf(attempt);
  expect(story).toHaveLength(attempt.history.length + 1);
  for (const text of texts(attempt)) expect(text).not.toMatch(/undefined|null|^$/);
  expect(conclusionText(conclusionOf(attempt))).not.toMatch(/undefined|null|^$/);
});

test('nothing undecided is ever told as paid or not paid', () => {
  for (const state of ['submitted', 'awaiting', 'unknown', 'unresolved'] as const) {
    expect(conclusionOf(inState(state)).key).toBe('undecided');
  }
});

test('a cause of another version is told by where it led', () => {
  const history = [{ to: 'unresolved', at: START, cause: 'something new' }] as const;
  expect(texts({ ...inState('unresolved'), history })[1]).toBe('状态变为「结果未知」');
});
