import type { Attempt } from '../../miniprogram/core/attempt';
import type { CollectForm } from '../../miniprogram/core/collect-form';
import { fakeAttempt } from '../support/fakes/attempt';
import type { FakePhone } from '../support/fakes/services';
import { type RenderedPage, settle } from '../support/simulate';
import { openAttemptPage } from '../support/simulate/attempt-page';

let phone: FakePhone;

async function open(name: string, attempt: Attempt, draft?: CollectForm): Promise<RenderedPage> {
  const opened = await openAttemptPage(name, attempt, draft);
  phone = opened.phone;
  return opened.page;
}

const AT = Date.UTC(2026, 10, 22, 6, 6, 0);

test("success by staff's word: evidence of a part takes the word's place", async () => {
  const attempt = fakeAttempt('staffPaid', {
    closing: { by: '1001', at: AT, note: '' },
    baseline: { sentAt: 0, payState: '1', figures: null },
  });
  const page = await open('success', attempt);
  expect(page.texts()).toContain('人工确认已收');
  const proof = { type: 'evidence', proof: 'billState', billComplete: false, at: AT } as const;
  phone.services.attempts.apply(attempt.id, proof);
  expect(phone.moves).toEqual([`replace /pages/partial/partial?id=${attempt.id}`]);
});

const PAID = fakeAttempt('collected', { proof: 'answer', billComplete: true });
const PART = fakeAttempt('collected', { proof: 'answer', billComplete: false });

describe.each<[page: string, attempt: Attempt, key: string]>([
  ['success', PAID, '下一单'],
  ['partial', PART, '稍后再收'],
  ['receipt', PAID, '下一单'],
])('%s: the way home', (name, attempt, key) => {
  test('starts with nothing filled in', async () => {
    const page = await open(name, attempt);
    await page.tap(key);
    expect(phone.moves).toEqual(['back']);
    expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
  });

  test('leaves nothing of its own bill that one tap would charge again', async () => {
    // Filled in again while the payment was undecided.
    const page = await open(name, attempt, {
      bill: 'xs20261122001',
      amount: '28',
      origin: 'filled',
    });
    await page.tap(key);
    expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
  });

  test('leaves another bill in work', async () => {
    const other = { bill: 'XS2', amount: '5', origin: 'typed' } as const;
    const page = await open(name, attempt, other);
    await page.tap(key);
    expect(phone.services.draft.get()).toEqual(other);
  });
});

test.each<[string, Attempt]>([
  ['success', PAID],
  ['partial', PART],
])('%s: so does swiping back', async (name, attempt) => {
  const page = await open(name, attempt, { bill: attempt.bill, amount: '28', origin: 'filled' });
  await page.unload();
  expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
});

test.each(['success', 'partial', 'failure'] as const)(
  '%s: a result of another bill is read where it is heard, its own is not news',
  async (name) => {
    const attempt =
      name === 'failure'
        ? fakeAttempt('rejected', { rejectedReason: 'refusedByServer' })
        : fakeAttempt('collected', { proof: 'answer', billComplete: name === 'success' });
    const page = await open(name, attempt);
    await phone.services.attempts.add(fakeAttempt('awaiting', { id: 'other' }));
    phone.services.attempts.apply('other', { type: 'watchEnded', at: AT });
    await settle();
    expect(page.texts()).toContain('XS20261122001 ¥28.00 结果未知');
    await page.tap('知道了');
    expect(page.text()).not.toContain('结果未知');
  },
);
