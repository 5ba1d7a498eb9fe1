import type { Attempt } from '../../miniprogram/core/attempt';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { openAttemptPage } from '../support/simulate/attempt-page';

let phone: FakePhone;

async function open(attempt: Attempt): Promise<RenderedPage> {
  const opened = await openAttemptPage('partial', attempt);
  phone = opened.phone;
  return opened.page;
}

const AT = Date.UTC(2026, 10, 22, 6, 6, 0);

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
    const page = await open(attempt);
    await page.tap('稍后再收');
    expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
  });
});
