import { parseBillNumber } from '../../../miniprogram/core/bill';
import { queryReceipt } from '../../../miniprogram/services/pos/query-receipt';
import { envelope } from '../../support/world/fake-http';
import { wiredClient } from '../../support/world/client';

const BILL = parseBillNumber('XS1');

function ask(tag: unknown): { answer: Promise<unknown>; url: () => string | undefined } {
  const { client, http } = wiredClient();
  http.always('receipt', envelope(0, tag));
  return { answer: queryReceipt(client, BILL, 9_000), url: () => http.sent[0]?.request.url };
}

test('GET api/Pos/Busi/Sell/Print/Content/{billnum}, not under MiniProgram', async () => {
  const { answer, url } = ask({ billnum: 'XS1', cost: 28.5, real: '10.00' });
  expect(await answer).toEqual({ due: 2850, collected: 1000 });
  expect(url()).toBe('https://pos.example.com/api/Pos/Busi/Sell/Print/Content/XS1');
});

test.each([
  [
    { BillNum: 'xs1', Cost: 28, Real: 0 },
    { due: 2800, collected: 0 },
  ],
  [{ billnum: 'XS1', cost: 28.555, real: 0 }, null],
  [{ billnum: 'XS1', cost: 28, real: 'x' }, null],
  [{ billnum: 'XS1', cost: 28 }, null],
  [{ billnum: 'XS1', cost: 28, real: null }, null],
])('tag %j', async (tag, figures) => {
  expect(await ask(tag).answer).toEqual(figures);
});

test.each([[null], [{}], [{ cost: 28, real: 0 }], [{ billnum: 'OTHER', cost: 28, real: 0 }], [[]]])(
  'tag %j is not about our bill',
  async (tag) => {
    await expect(ask(tag).answer).rejects.toMatchObject({ code: 'unreadableAnswer' });
  },
);
