import { parseBillNumber } from '../../../miniprogram/core/bill';
import { queryReceipt, queryReceiptContent } from '../../../miniprogram/services/pos/query-receipt';
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
  expect(await answer).toEqual({
    due: { amount: 2850, text: '28.5' },
    collected: { amount: 1000, text: '10.00' },
  });
  expect(url()).toBe('https://pos.example.com/api/Pos/Busi/Sell/Print/Content/XS1');
});

test.each<[object, [number | null, string], [number | null, string]]>([
  [{ BillNum: 'xs1', Cost: 28, Real: 0 }, [2800, '28'], [0, '0']],
  [{ billnum: 'XS1', cost: 28.555, real: 0 }, [null, '28.555'], [0, '0']],
  [{ billnum: 'XS1', cost: 28, real: 'x' }, [2800, '28'], [null, 'x']],
  [{ billnum: 'XS1', cost: 28 }, [2800, '28'], [null, '']],
  [{ billnum: 'XS1', cost: 28, real: null }, [2800, '28'], [null, '']],
])('tag %j', async (tag, due, collected) => {
  expect(await ask(tag).answer).toEqual({
    due: { amount: due[0], text: due[1] },
    collected: { amount: collected[0], text: collected[1] },
  });
});

test.each([[null], [{}], [{ cost: 28, real: 0 }], [{ billnum: 'OTHER', cost: 28, real: 0 }], [[]]])(
  'tag %j is not about our bill',
  async (tag) => {
    await expect(ask(tag).answer).rejects.toMatchObject({ code: 'unreadableAnswer' });
  },
);

test('rows that cannot be read cost the receipt, never the evidence', async () => {
  const tag = { billnum: 'XS1', cost: 28, real: 0, details: [null] };
  expect(await ask(tag).answer).toMatchObject({ due: { amount: 2800 } });
  const { client, http } = wiredClient();
  http.always('receipt', envelope(0, tag));
  await expect(queryReceiptContent(client, BILL, 9_000)).rejects.toMatchObject({
    code: 'unreadableAnswer',
  });
});
