import type { Attempt } from '../../miniprogram/core/attempt';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { openAttemptPage } from '../support/simulate/attempt-page';
import { envelope } from '../support/world/fake-http';
import { refuseSessionOf } from '../support/world/refuse-session';

let phone: FakePhone;

async function open(attempt: Attempt): Promise<RenderedPage> {
  const opened = await openAttemptPage('pending', attempt);
  phone = opened.phone;
  return opened.page;
}

const AT = Date.UTC(2026, 10, 22, 6, 6, 0);

describe('pending', () => {
  test('gives way to the result once the attempt is decided', async () => {
    const attempt = fakeAttempt('awaiting');
    await open(attempt);
    const proof = { type: 'evidence', proof: 'billState', billComplete: true, at: AT } as const;
    phone.services.attempts.apply(attempt.id, proof);
    expect(phone.moves).toEqual([`replace /pages/success/success?id=${attempt.id}`]);
  });

  test('the session is refused, or staff sign out: the page says which', async () => {
    const page = await open(fakeAttempt('awaiting'));
    await refuseSessionOf(phone);
    await settle();
    expect(page.texts()).toContain('登录已失效，登录后会继续查询');
    await phone.services.session.signOut();
    await page.hide();
    await page.show();
    expect(page.texts()).toContain('未登录，登录后会继续查询');
    expect(page.text()).not.toContain('登录已失效');
  });

  test('while covered, another attempt or its own changes no page', async () => {
    const attempt = fakeAttempt('awaiting');
    const page = await open(attempt);
    await page.hide();
    const proof = { type: 'evidence', proof: 'billState', billComplete: true, at: AT } as const;
    phone.services.attempts.apply(attempt.id, proof);
    expect(phone.moves).toEqual([]);
    await page.show();
    expect(phone.moves).toEqual([`replace /pages/success/success?id=${attempt.id}`]);
  });

  test('money received, completeness unknown: says what is not known, not that nothing came', async () => {
    const attempt = fakeAttempt('collected', { proof: 'answer', billComplete: null });
    phone = await fakePhone([attempt], { ringAtOnce: true });
    const { answer } = fakePosServer();
    // MainRow answers, and does not say how the bill stands.
    phone.answer = (request) =>
      request.url.includes('/MainRow/') ? envelope(0, { billnum: attempt.bill }) : answer(request);
    await phone.services.session.signIn('1001', '123456');
    const page = await renderPage('pages/pending/pending', {
      services: phone.services,
      query: { id: attempt.id },
    });
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(page.texts()).toContain('款项已收到');
    expect(page.text()).toMatch(/\d\d:\d\d:\d\d 已查询，尚不知该单是否收齐/);
    expect(page.text()).not.toContain('尚无结果');
  });

  test('never says 失败, whatever state it shows', async () => {
    for (const state of ['awaiting', 'unknown', 'unresolved'] as const) {
      const page = await open(fakeAttempt(state));
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
    const page = await open(attempt);
    await page.tap('先收下一单');
    expect(phone.moves).toEqual(['back']);
    expect(phone.services.attempts.get(attempt.id)?.state).toBe('unknown');
  });
});
