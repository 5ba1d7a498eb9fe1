import type { Attempt } from '../../miniprogram/core/attempt';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';
import type { FakePosServer } from '../support/fakes/pos-server';
import type { FakePhone } from '../support/fakes/services';
import { type RenderedPage, settle } from '../support/simulate';
import {
  amountOn,
  collect,
  type Dialogue,
  openCollectPage,
  press,
  typeBill,
} from '../support/simulate/collect-page';

const BILL = 'XS20261122001';
const CODE = '134567890123456789';

let phone: FakePhone;
let server: FakePosServer;
let dialogue: Dialogue;

async function open(journal?: readonly Attempt[]): Promise<RenderedPage> {
  const opened = await openCollectPage(journal);
  ({ phone, server, dialogue } = opened);
  return opened.page;
}

describe('a part that staff confirmed and the receipt does not hold', () => {
  const part = (id: string, yuan: number): Attempt => {
    const closing = { by: '1001', at: 0, note: '' };
    return fakeAttempt('staffPaid', { id, amount: fen(yuan * 100), closing });
  };
  const HINT = '已收还不含人工确认的收款，请核对后再收';

  test('entered again: nothing is filled in or offered, and why', async () => {
    const page = await open([part('one', 10)]);
    await typeBill(page, BILL);
    expect(page.text()).toContain('应收 28.00 已收 0.00 待收 28.00');
    expect([amountOn(page), page.find('待收 28.00 填入')]).toEqual(['', undefined]);
    expect(page.texts()).toContain(HINT);
  });

  test('one of two is counted: the other one is not forgotten', async () => {
    const page = await open([part('one', 5), part('two', 10)]);
    server.collected = 10;
    await typeBill(page, BILL);
    expect([amountOn(page), page.texts().includes(HINT)]).toEqual(['', true]);
    server.collected = 15;
    await typeBill(page, 'XS2');
    await typeBill(page, BILL);
    expect([amountOn(page), page.texts().includes(HINT)]).toEqual(['13.00', false]);
  });

  test('one confirmed while the bill lies there filled in: taken back at once', async () => {
    const undecided = fakeAttempt('unresolved', { amount: fen(1000) });
    const page = await open([undecided]);
    await typeBill(page, BILL);
    expect(amountOn(page)).toBe('28.00');
    phone.services.attempts.apply(undecided.id, { type: 'staffPaid', by: '1', note: '', at: 1 });
    await settle();
    await settle();
    expect([amountOn(page), page.find('待收 28.00 填入')]).toEqual(['', undefined]);
  });

  test('more than is left without it: staff are asked once, and nothing is scanned on a no', async () => {
    const page = await open([part('one', 10)]);
    await typeBill(page, BILL);
    await press(page, '2', '8');
    dialogue.goesOn = false;
    phone.scans.push(null, CODE);
    await collect(page);
    expect(dialogue.questions).toEqual([
      '要收 ¥28.00。人工确认已收的 ¥10.00 还不在已收里，除去后只剩 ¥18.00，多收会重复收款。',
    ]);
    expect([phone.scans.length, server.charges.length]).toEqual([2, 0]);
    dialogue.goesOn = true;
    await collect(page); // The scan is cancelled.
    await collect(page);
    expect([dialogue.questions.length, server.charges.length]).toEqual([2, 1]);
  });

  test('what is left without it is not asked about', async () => {
    const page = await open([part('one', 10)]);
    await typeBill(page, BILL);
    await press(page, '1', '8');
    phone.scans.push(CODE);
    await collect(page);
    expect([dialogue.questions.length, server.charges.length]).toEqual([0, 1]);
  });
});

/** The server answers one endpoint no more until it is let go. */
function hold(endpoint: string): () => void {
  const known = server.answer;
  const waiting: (() => void)[] = [];
  phone.answer = (request) => {
    if (!request.url.includes(endpoint)) return known(request);
    return new Promise((resolve) => {
      waiting.push(() => {
        resolve(known(request));
      });
    });
  };
  return () => {
    phone.answer = known;
    waiting.forEach((go) => {
      go();
    });
  };
}

describe('扫码收款 while the bill is still being read', () => {
  test.each([
    ['after typing was over', true],
    ['while still typing', false],
  ])('%s: the question about the amount waits for the figures', async (_name, typed) => {
    const page = await open();
    Object.assign(phone.services.settings, { readReceipt: false });
    try {
      dialogue.goesOn = false;
      const letGo = hold('/MainRow/');
      if (typed) await typeBill(page, BILL);
      else await page.input('售货单号', BILL);
      await press(page, '2', '0', '0');
      phone.scans.push(CODE);
      await collect(page);
      expect([page.texts().includes('请稍候…'), phone.scans.length]).toEqual([true, 1]);
      letGo();
      await settle();
      await settle();
      await settle();
      expect(dialogue.questions).toHaveLength(1);
      expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
    } finally {
      Object.assign(phone.services.settings, { readReceipt: true });
    }
  });

  test('staff who have gone on to another page meanwhile meet no scanner there', async () => {
    const page = await open();
    const letGo = hold('/MainRow/');
    await typeBill(page, BILL);
    await press(page, '2');
    phone.scans.push(CODE);
    await collect(page);
    await page.hide();
    letGo();
    await settle();
    await settle();
    expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
  });

  test('an amount that was changed meanwhile is not charged', async () => {
    const page = await open();
    const letGo = hold('/MainRow/');
    await typeBill(page, BILL);
    await press(page, '2');
    phone.scans.push(CODE);
    await collect(page);
    await press(page, '8');
    letGo();
    await settle();
    await settle();
    expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
  });
});
