import type { Attempt } from '../../miniprogram/core/attempt';
import { fakeAttempt } from '../support/fakes/attempt';
import type { FakePhone } from '../support/fakes/services';
import { type RenderedPage, settle } from '../support/simulate';
import { openAttemptPage } from '../support/simulate/attempt-page';
import { refuseSessionOf } from '../support/world/refuse-session';

let phone: FakePhone;

async function open(attempt: Attempt): Promise<RenderedPage> {
  const opened = await openAttemptPage('failure', attempt);
  phone = opened.phone;
  return opened.page;
}

const AT = Date.UTC(2026, 10, 22, 6, 6, 0);

describe('failure', () => {
  test('重新扫码 scans again for the same bill and amount', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open(attempt);
    phone.scans.push('134567890123456789');
    await page.tap('重新扫码');
    await settle();
    await settle();
    expect(phone.requests.filter(({ url }) => url.endsWith('/Barcode'))).toHaveLength(1);
    expect(phone.moves).toEqual([expect.stringMatching(/^replace \/pages\/pending\/pending/)]);
  });

  test('no amount was read: only the state was compared, and the page says so', async () => {
    const { baseline } = fakeAttempt('declined');
    const page = await open(
      fakeAttempt('declined', { recheck: 'unmoved', baseline: { ...baseline, figures: null } }),
    );
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        '已核对：单据状态未变，金额未核对',
        '请先看客人微信账单，没有这笔付款再重新收款',
      ]),
    );
    expect(page.text()).not.toContain('金额未变');
    expect(page.find('重新扫码')).toBeDefined();
  });

  test.each(['pending', 'unreadable'] as const)(
    'declined, %s, and the session is refused: nothing goes on by itself before a sign-in',
    async (recheck) => {
      const page = await open(fakeAttempt('declined', { recheck }));
      expect(page.find('重新登录')).toBeUndefined();
      await refuseSessionOf(phone);
      await settle();
      expect(page.texts()).toContain('登录已失效，登录后会继续核对');
      expect(page.text()).not.toMatch(/自动重试|请稍候/);
      await page.tap('重新登录');
      expect(phone.moves).toEqual(['open /pages/login/login']);
      await phone.services.session.signIn('1001', '123456');
      await settle();
      expect(page.find('重新登录')).toBeUndefined();
    },
  );

  test('declined, and signed out since: nobody says that a session was refused', async () => {
    const page = await open(fakeAttempt('declined', { recheck: 'unreadable' }));
    await phone.services.session.signOut();
    await settle();
    expect(page.texts()).toContain('未登录，登录后会继续核对');
    expect(page.text()).not.toContain('登录已失效');
    expect(page.find('重新登录')).toBeDefined();
  });

  test('declined at another server: it cannot be checked from here, and the page says where', async () => {
    const elsewhere = { recheck: 'unreadable', server: 'http://127.0.0.1:9999' } as const;
    const page = await open(fakeAttempt('declined', elsewhere));
    expect(page.text()).toContain('请用连接 http://127.0.0.1:9999 的小程序查询');
    expect(page.text()).not.toContain('自动重试');
  });

  test('a conflict on its own page: heard there, and no news above it', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open(attempt);
    phone.services.attempts.apply(attempt.id, { type: 'recheck', result: 'moved', at: AT });
    await settle();
    expect(phone.sounds).toEqual(['news']);
    expect(phone.vibrations).toEqual(['long']);
    expect(phone.services.news.current()).toBeNull();
    expect(page.find('知道了')).toBeUndefined();
    await page.hide();
    await page.show();
    expect(phone.sounds).toEqual(['news']);
  });

  test.each<[string, Attempt]>([
    ['declined', fakeAttempt('declined', { recheck: 'unmoved' })],
    ['rejected', fakeAttempt('rejected', { rejectedReason: 'notSent' })],
  ])('%s: 返回 keeps bill and amount filled in, as what belongs to it', async (_name, attempt) => {
    const page = await open(attempt);
    await page.tap('返回');
    expect(phone.moves).toEqual(['back']);
    expect(phone.services.draft.get()).toEqual({
      bill: attempt.bill,
      amount: '28.00',
      origin: 'returned',
    });
  });

  test.each<[string, Attempt]>([
    ['a conflict', fakeAttempt('conflict')],
    ['an acknowledged conflict', fakeAttempt('conflict', { acknowledgedAt: 1 })],
    ['declined, not checked yet', fakeAttempt('declined', { recheck: 'pending' })],
    ['declined, not to be checked', fakeAttempt('declined', { recheck: 'unreadable' })],
    ['a person’s word', fakeAttempt('staffNotPaid', { closing: { by: '1002', at: 0, note: '' } })],
  ])('%s: 返回 fills in nothing: the money may have come', async (_name, attempt) => {
    const page = await open(attempt);
    if (page.find('我已知晓') !== undefined) await page.tap('我已知晓');
    await page.tap('返回');
    expect(phone.moves).toEqual(['back']);
    expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
  });

  test.each<[string, Attempt]>([
    ['a failure', fakeAttempt('declined', { recheck: 'unmoved' })],
    ['a conflict', fakeAttempt('conflict')],
  ])('返回 from %s leaves another bill in work alone', async (_name, attempt) => {
    const page = await open(attempt);
    const other = { bill: 'XS2', amount: '5', origin: 'typed' } as const;
    phone.services.draft.set(other);
    await page.tap('返回');
    expect(phone.services.draft.get()).toEqual(other);
  });

  test('a bill that moved after "declined" turns into a conflict on the spot', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open(attempt);
    phone.services.attempts.apply(attempt.id, { type: 'recheck', result: 'moved', at: AT });
    await settle();
    expect(page.texts()).toContain('收款冲突');
    expect(page.find('重新扫码')).toBeUndefined();
  });
});
