import type { Attempt } from '../../miniprogram/core/attempt';
import { type CollectForm, EMPTY_FORM } from '../../miniprogram/core/collect-form';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { envelope } from '../support/world/fake-http';
import { refuseSessionOf } from '../support/world/refuse-session';

let phone: FakePhone;

/** Opens the page of an attempt, signed in, with the simplest server answering. */
async function open(
  page: string,
  attempt: Attempt,
  draft: CollectForm = EMPTY_FORM,
): Promise<RenderedPage> {
  phone = await fakePhone([attempt]);
  phone.services.draft.set(draft);
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

  test('the session is refused, or staff sign out: the page says which', async () => {
    const page = await open('pending', fakeAttempt('awaiting'));
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
    const page = await open('pending', attempt);
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

  test('an amount of three decimals was read: it cannot be computed with, and is shown', async () => {
    phone = await fakePhone([attempt]);
    const server = fakePosServer();
    server.collected = 20.005;
    phone.answer = server.answer;
    await phone.services.session.signIn('1001', '123456');
    const page = await renderPage('pages/partial/partial', {
      services: phone.services,
      query: { id: attempt.id },
    });
    await settle();
    expect(page.text()).toContain('已收 ¥20.005 还需收款 —');
    expect(page.texts()).toContain('金额多于两位小数，不能计算');
    expect(page.text()).not.toContain('暂时读不到');
  });

  describe("by staff's word", () => {
    const byStaff = fakeAttempt('staffPaid', {
      amount: fen(1000),
      closing: { by: '1001', at: AT, note: '' },
    });
    const openWith = async (
      collected: number,
      others: readonly Attempt[] = [],
    ): Promise<RenderedPage> => {
      phone = await fakePhone([byStaff, ...others]);
      const server = fakePosServer();
      server.collected = collected;
      phone.answer = server.answer;
      await phone.services.session.signIn('1001', '123456');
      const page = await renderPage('pages/partial/partial', {
        services: phone.services,
        query: { id: byStaff.id },
      });
      await settle();
      return page;
    };

    test('the server knows of the money: the rest is filled in', async () => {
      const page = await openWith(10);
      expect(page.text()).toContain('已收 ¥10.00 还需收款 ¥18.00');
      await page.tap('继续收款');
      expect(phone.services.draft.get()).toMatchObject({ amount: '18.00', origin: 'filled' });
    });

    test('the server does not: what it calls remaining holds this money too, and is not filled in', async () => {
      const page = await openWith(0);
      expect(page.texts()).toContain('已收还不含人工确认的收款，请核对后再收');
      await page.tap('继续收款');
      // As if emptied by hand: the home page fills nothing in, either.
      expect(phone.services.draft.get()).toEqual({
        bill: byStaff.bill,
        amount: '',
        origin: 'typed',
      });
    });

    test('two by staff’s word, one of them counted: the rest is not filled in', async () => {
      const page = await openWith(10, [{ ...byStaff, id: 'other', amount: fen(500) }]);
      expect(page.texts()).toContain('已收还不含人工确认的收款，请核对后再收');
      await page.tap('继续收款');
      expect(phone.services.draft.get()).toMatchObject({ amount: '', origin: 'typed' });
    });

    test.each(['is still read', 'could not be read'])(
      '继续收款 when the bill %s: the home page fills in nothing, either',
      async (how) => {
        phone = await fakePhone([byStaff]);
        const server = fakePosServer();
        phone.answer = server.answer;
        await phone.services.session.signIn('1001', '123456');
        phone.answer = () =>
          how === 'is still read'
            ? new Promise(() => undefined)
            : { kind: 'noAnswer', reason: 'timeoutOrNetwork' };
        const { services } = phone;
        const query = { id: byStaff.id };
        const page = await renderPage('pages/partial/partial', { services, query });
        await settle();
        await page.tap('继续收款');
        phone.answer = server.answer;
        const home = await renderPage('pages/collect/collect', { services });
        for (let turn = 0; turn < 3; turn += 1) await settle();
        expect(home.text()).toContain('已收 0.00 待收 28.00');
        expect(services.draft.get()).toMatchObject({ bill: byStaff.bill, amount: '' });
        expect(home.texts()).toContain('已收还不含人工确认的收款，请核对后再收');
      },
    );

    test('evidence that the bill is complete: its page takes this place', async () => {
      await openWith(10);
      const proof = {
        type: 'evidence',
        proof: 'receiptGrowth',
        billComplete: true,
        at: AT,
      } as const;
      phone.services.attempts.apply(byStaff.id, proof);
      expect(phone.moves).toEqual([`replace /pages/success/success?id=${byStaff.id}`]);
    });
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

  test('no amount was read: only the state was compared, and the page says so', async () => {
    const { baseline } = fakeAttempt('declined');
    const page = await open(
      'failure',
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
      const page = await open('failure', fakeAttempt('declined', { recheck }));
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
    const page = await open('failure', fakeAttempt('declined', { recheck: 'unreadable' }));
    await phone.services.session.signOut();
    await settle();
    expect(page.texts()).toContain('未登录，登录后会继续核对');
    expect(page.text()).not.toContain('登录已失效');
    expect(page.find('重新登录')).toBeDefined();
  });

  test('declined at another server: it cannot be checked from here, and the page says where', async () => {
    const elsewhere = { recheck: 'unreadable', server: 'http://127.0.0.1:9999' } as const;
    const page = await open('failure', fakeAttempt('declined', elsewhere));
    expect(page.text()).toContain('请用连接 http://127.0.0.1:9999 的小程序查询');
    expect(page.text()).not.toContain('自动重试');
  });

  test('a conflict on its own page: heard there, and no news above it', async () => {
    const attempt = fakeAttempt('declined', { recheck: 'unmoved' });
    const page = await open('failure', attempt);
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
    const page = await open('failure', attempt);
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
    const page = await open('failure', attempt);
    if (page.find('我已知晓') !== undefined) await page.tap('我已知晓');
    await page.tap('返回');
    expect(phone.moves).toEqual(['back']);
    expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
  });

  test.each<[string, Attempt]>([
    ['a failure', fakeAttempt('declined', { recheck: 'unmoved' })],
    ['a conflict', fakeAttempt('conflict')],
  ])('返回 from %s leaves another bill in work alone', async (_name, attempt) => {
    const page = await open('failure', attempt);
    const other = { bill: 'XS2', amount: '5', origin: 'typed' } as const;
    phone.services.draft.set(other);
    await page.tap('返回');
    expect(phone.services.draft.get()).toEqual(other);
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
