import type { Attempt } from '../../miniprogram/core/attempt';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

let phone: FakePhone;

/** Opens the page of an attempt, signed in, with the simplest server answering. */
async function open(page: string, attempt: Attempt): Promise<RenderedPage> {
  phone = await fakePhone([attempt]);
  phone.answer = fakePosServer().answer;
  await phone.services.session.signIn('1001', '123456');
  phone.requests.length = 0;
  const query = { id: attempt.id };
  const rendered = await renderPage(`pages/${page}/${page}`, { services: phone.services, query });
  await settle();
  return rendered;
}

const AT = Date.UTC(2026, 10, 22, 6, 6, 0);

describe('pending', () => {
  test('gives way to the result once the attempt is decided', async () => {
    const attempt = fakeAttempt('awaiting');
    await open('pending', attempt);
    const proof = { type: 'evidence', proof: 'billState', billComplete: true, at: AT } as const;
    phone.services.attempts.apply(attempt.id, proof);
    expect(phone.moves).toEqual([`replace /pages/success/success?id=${attempt.id}`]);
  });

  test('while covered, another attempt or its own changes no page', async () => {
    const attempt = fakeAttempt('awaiting');
    const page = await open('pending', attempt);
    await page.hide();
    const proof = { type: 'evidence', proof: 'billState', billComplete: true, at: AT } as const;
    phone.services.attempts.apply(attempt.id, proof);
    expect(phone.moves).toEqual([]);
    await page.show();
    expect(phone.moves).toEqual([`replace /pages/success/success?id=${attempt.id}`]);
  });

  test('never says 失败, whatever state it shows', async () => {
    for (const state of ['awaiting', 'unknown', 'unresolved'] as const) {
      const page = await open('pending', fakeAttempt(state));
      expect(page.text()).not.toContain('失败');
      expect(page.find('先收下一单')).toBeDefined();
      await page.unload();
    }
  });

  test('an attempt that is not in the journal leads home', async () => {
    phone = await fakePhone();
    await renderPage('pages/pending/pending', { services: phone.services, query: { id: 'none' } });
    await settle();
    expect(phone.moves).toEqual(['back']);
  });

  test('先收下一单 leaves; the attempt stays undecided', async () => {
    const attempt = fakeAttempt('unknown');
    const page = await open('pending', attempt);
    await page.tap('先收下一单');
    expect(phone.moves).toEqual(['back']);
    expect(phone.services.attempts.get(attempt.id)?.state).toBe('unknown');
  });
});

describe('partial', () => {
  const attempt = fakeAttempt('collected', { proof: 'answer', billComplete: false });

  test('shows what is due, collected and remaining, and goes on with the rest', async () => {
    phone = await fakePhone([attempt]);
    const server = fakePosServer();
    server.collected = 20;
    phone.answer = server.answer;
    await phone.services.session.signIn('1001', '123456');
    const page = await renderPage('pages/partial/partial', {
      services: phone.services,
      query: { id: attempt.id },
    });
    await settle();
    expect(page.text()).toContain('应收 ¥28.00 已收 ¥20.00 还需收款 ¥8.00');
    await page.tap('继续收款');
    expect(phone.services.draft.get()).toEqual({
      bill: attempt.bill,
      amount: '8.00',
      origin: 'filled',
    });
    expect(phone.moves).toEqual(['back']);
  });

  test('稍后再收 fills in nothing', async () => {
    const page = await open('partial', attempt);
    await page.tap('稍后再收');
    expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
  });
});

describe('failure', () => {
  test('重新扫码 scans again for the same bill and amount', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open('failure', attempt);
    phone.scans.push('134567890123456789');
    await page.tap('重新扫码');
    await settle();
    await settle();
    expect(phone.requests.filter(({ url }) => url.endsWith('/Barcode'))).toHaveLength(1);
    expect(phone.moves).toEqual([expect.stringMatching(/^replace \/pages\/pending\/pending/)]);
  });

  test('返回 keeps bill and amount filled in', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open('failure', attempt);
    await page.tap('返回');
    expect(phone.services.draft.get()).toEqual({
      bill: attempt.bill,
      amount: '28.00',
      origin: 'typed',
    });
  });

  test('a bill that moved after "declined" turns into a conflict on the spot', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open('failure', attempt);
    phone.services.attempts.apply(attempt.id, { type: 'recheck', result: 'moved', at: AT });
    await settle();
    expect(page.texts()).toContain('收款冲突');
    expect(page.find('重新扫码')).toBeUndefined();
  });
});

test('success: 下一单 starts with nothing filled in', async () => {
  const attempt = fakeAttempt('collected', { proof: 'answer', billComplete: true });
  const page = await open('success', attempt);
  await page.tap('下一单');
  expect(phone.moves).toEqual(['back']);
  expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
});
