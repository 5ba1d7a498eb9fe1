import { parseBillNumber } from '../../../miniprogram/core/bill';
import { queryWechatPayment } from '../../../miniprogram/services/pos/query-wechat-payment';
import { envelope, NO_ANSWER, type Reply } from '../../support/world/fake-http';
import { wiredClient } from '../../support/world/client';

function ask(reply: Reply): { answer: Promise<boolean>; request: () => unknown } {
  const { client, http } = wiredClient();
  http.always('wechat', reply);
  const answer = queryWechatPayment(client, parseBillNumber('XS1'), '77', 9_000);
  return { answer, request: () => http.sent[0]?.request };
}

test('POST api/UnPos/3Pay/Wechat/Query', async () => {
  const { answer, request } = ask(envelope(0, { paystatus: 'SUCCESS' }));
  expect(await answer).toBe(true);
  expect(request()).toMatchObject({
    method: 'POST',
    url: 'https://pos.example.com/api/UnPos/3Pay/Wechat/Query',
    body: '{"autoid":"77","billnum":"XS1","billtype":"2","paytype":"91"}',
  });
});

test.each([
  [{ PayStatus: 'SUCCESS' }, true],
  [{ paystatus: 'success' }, false],
  [{ paystatus: 'USERPAYING' }, false],
  [{ paystatus: 'NOTPAY' }, false],
  [{ paystatus: 'SUCCESS', PayStatus: 'REVOKED' }, false],
  [{}, false],
  [null, false],
  ['SUCCESS', false],
])('tag %j: paid %s', async (tag, paid) => {
  expect(await ask(envelope(0, tag)).answer).toBe(paid);
});

test.each([
  [{ billnum: 'XS1', autoid: 77 }, true],
  [{ BillNum: 'xs1', AutoId: '77' }, true],
  [{ billnum: 'OTHER' }, false],
  [{ autoid: 78 }, false],
  [{ billnum: 'XS1', BillNum: 'OTHER' }, false],
  [{ billnum: ['XS1'] }, false],
  [{ billnum: null }, true],
  [{ billnum: 'XS1', autoid: '770' }, false],
])('SUCCESS of %j counts: %s', async (named, paid) => {
  expect(await ask(envelope(0, { ...named, paystatus: 'SUCCESS' })).answer).toBe(paid);
});

test.each([
  [envelope(-1, { paystatus: 'SUCCESS' }), 'serverRefused'],
  [envelope(1, { paystatus: 'SUCCESS' }), 'serverRefused'],
  [NO_ANSWER, 'noAnswer'],
])('%j proves nothing', async (outcome, code) => {
  await expect(ask(outcome).answer).rejects.toMatchObject({ code });
});
