import { parseBillNumber } from '../../../miniprogram/core/bill';
import { queryMainRow } from '../../../miniprogram/services/pos/query-main-row';
import { envelope } from '../../support/world/fake-http';
import { wiredClient } from '../../support/world/client';

const BILL = parseBillNumber('XS-1/单#a');

function ask(tag: unknown): { answer: Promise<unknown>; url: () => string | undefined } {
  const { client, http } = wiredClient();
  http.always('mainRow', envelope(0, tag));
  return { answer: queryMainRow(client, BILL, 9_000), url: () => http.sent[0]?.request.url };
}

test('GET …/MainRow/Query/ByBillNum/{billnum}', async () => {
  const { answer, url } = ask({ billnum: BILL, paystate: '3', shopname: '一店' });
  expect(await answer).toEqual({ payState: '3', shopName: '一店' });
  expect(url()).toBe(
    'https://pos.example.com/api/Pos/MiniProgram/Busi/Sell/MainRow/Query/ByBillNum/XS-1%2F%E5%8D%95%23a',
  );
});

test.each([
  [{ BillNum: ` ${BILL.toLowerCase()}`, PayState: '1' }, '1'],
  [{ billnum: BILL, paystate: '' }, ''],
  [{ billnum: BILL, paystate: null }, null],
  [{ billnum: BILL }, null],
  [{ billnum: BILL, paystate: 3 }, '3'],
  [{ billnum: BILL, paystate: '3', PayState: '1' }, null],
])('tag %j says %j', async (tag, payState) => {
  expect(await ask(tag).answer).toMatchObject({ payState });
});

test.each([
  [null],
  [''],
  [[]],
  [{}],
  [{ paystate: '3' }],
  [{ billnum: 'OTHER', paystate: '3' }],
  [{ billnum: BILL, BillNum: 'OTHER', paystate: '3' }],
])('tag %j is not about our bill', async (tag) => {
  await expect(ask(tag).answer).rejects.toMatchObject({ code: 'unreadableAnswer' });
});
