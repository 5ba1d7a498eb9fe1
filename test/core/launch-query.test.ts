import fc from 'fast-check';
import {
  type LaunchQuery,
  type LaunchRules,
  readLaunchQuery,
  readTicketCode,
} from '../../miniprogram/core/launch-query';
import { looksLikePaymentCode } from '../../miniprogram/core/payment-code';
import { parseBillNumber } from '../../miniprogram/core/bill';
import { type Fen, fen, formatYuan, MAX_AMOUNT } from '../../miniprogram/core/money';

const RULES: LaunchRules = {
  linkHosts: ['pos.example.com', 'shop.example.com:8443'],
  sceneSeparator: '~',
  billNumberPattern: null,
};
const CODE = '134567890123456789';

function proposal(bill: string, amount: number | null = null, amountDropped = false): LaunchQuery {
  const proposed = amount === null ? null : fen(amount);
  return { kind: 'proposal', bill: parseBillNumber(bill), amount: proposed, amountDropped };
}

const read = (query: unknown): LaunchQuery => readLaunchQuery(query, RULES);
const refused = (reason: string): unknown => ({ kind: 'refused', reason });
const link = (url: string): { q: string } => ({ q: encodeURIComponent(url) });

describe('a path', () => {
  test.each<[string, unknown, unknown]>([
    ['bill and amount', { billnum: 'XS1', amount: '28.00' }, proposal('XS1', 2800)],
    ['the bill alone', { billnum: 'XS1' }, proposal('XS1')],
    ['percent-encoded', { billnum: 'XS%2F1', amount: '28%2E5' }, proposal('XS/1', 2850)],
    ['not encoded', { billnum: 'XS/1#2' }, proposal('XS/1#2')],
    ['full-width letters', { billnum: 'ＸＳ１' }, proposal('XS1')],
    ['spaces around', { billnum: ' XS1 ' }, proposal('XS1')],
    ['other parameters', { billnum: 'XS1', scancode_time: '1700000000' }, proposal('XS1')],
    ['nothing', {}, { kind: 'none' }],
    ['an amount alone', { amount: '28' }, { kind: 'none' }],
    ['an empty bill', { billnum: '' }, { kind: 'none' }],
    ['a blank bill', { billnum: '%20' }, refused('noBill')],
    ['a payment code', { billnum: CODE }, refused('paymentCode')],
    [
      'a payment code in percent digits',
      { billnum: '%31' + CODE.slice(1) },
      refused('paymentCode'),
    ],
    ['an Alipay code', { billnum: '280000000000000000' }, refused('paymentCode')],
    ['too long', { billnum: 'X'.repeat(21) }, refused('tooLong')],
    ['a blank inside', { billnum: 'a b' }, refused('blankInside')],
    ['bad characters', { billnum: 'a?b' }, refused('badCharacters')],
    ['a full-width amount', { billnum: 'XS1', amount: '２８．５' }, proposal('XS1', 2850)],
    ['characters without a look', { billnum: 'XS\u200b1\ufe0f' }, proposal('XS1')],
    ['the same, encoded', { billnum: 'XS%E2%80%8B1' }, proposal('XS1')],
    // What scripts write for a value that they do not have.
    ['undefined', { billnum: 'undefined' }, refused('noBill')],
    ['undefined, in capitals', { billnum: 'UNDEFINED' }, refused('noBill')],
    ['null', { billnum: ' null ' }, refused('noBill')],
    ['NaN', { billnum: 'NaN' }, refused('noBill')],
    ['an object', { billnum: '[object Object]' }, refused('noBill')],
    ['undefined, encoded', { billnum: '%75ndefined' }, refused('noBill')],
    ['undefined, and a link', { billnum: 'undefined', scene: 'XS1' }, proposal('XS1')],
    ['None', { billnum: 'None' }, refused('noBill')],
    ['an undefined link', { q: 'undefined' }, refused('noBill')],
    ['an undefined scene', { scene: 'undefined' }, refused('noBill')],
    ['a bill that only begins so', { billnum: 'undefined1' }, proposal('undefined1')],
    ['an undefined amount', { billnum: 'XS1', amount: 'undefined' }, proposal('XS1', null, true)],
    ['a UnionPay code', { billnum: '6212345678901234567' }, refused('unionPayCode')],
    ['encoded twice', { billnum: 'XS%252F1' }, refused('badCharacters')],
    ['a bad escape', { billnum: 'XS%' }, refused('badCharacters')],
  ])('%s', (_name, query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  test.each(['abc', '0', '-1', '1.234', '1e3', '99999999', CODE, '28元', 'NaN', '%', 'Infinity'])(
    'the amount %j is dropped with a word, the bill stays',
    (amount) => {
      expect(read({ billnum: 'XS1', amount })).toEqual(proposal('XS1', null, true));
    },
  );
});

describe('a ticket’s link', () => {
  test.each<[string, unknown, unknown]>([
    [
      'bill and amount',
      link('https://pos.example.com/t?billnum=XS1&amount=28'),
      proposal('XS1', 2800),
    ],
    ['http', link('http://pos.example.com/t?billnum=XS1'), proposal('XS1')],
    ['no path', link('https://pos.example.com?billnum=XS1'), proposal('XS1')],
    ['the host in capitals', link('https://POS.Example.com/t?billnum=XS1'), proposal('XS1')],
    ['a port on the list', link('https://shop.example.com:8443/t?billnum=XS1'), proposal('XS1')],
    ['names in capitals', link('https://pos.example.com/t?BillNum=XS1'), proposal('XS1')],
    ['an encoded bill', link('https://pos.example.com/t?billnum=XS%2F1'), proposal('XS/1')],
    ['a fragment', link('https://pos.example.com/t?billnum=XS1#billnum=XS2'), proposal('XS1')],
    ['already decoded', { q: 'https://pos.example.com/t?billnum=XS%2F1' }, proposal('XS/1')],
    [
      'with a scan time',
      { ...link('https://pos.example.com/t?billnum=XS1'), scancode_time: '1' },
      proposal('XS1'),
    ],
    [
      'a bad amount',
      link('https://pos.example.com/t?billnum=XS1&amount=x'),
      proposal('XS1', null, true),
    ],
    ['no bill', link('https://pos.example.com/t?amount=28'), refused('noBill')],
    [
      'a bill that a script did not have',
      link('https://pos.example.com/t?billnum=undefined&amount=28'),
      refused('noBill'),
    ],
    ['noise at its ends', link('\ufeffhttps://pos.example.com/t?billnum=XS1\r\n'), proposal('XS1')],
    // Folded as a whole it would have a fragment, and name another bill.
    ['a full-width sign', { q: 'https://pos.example.com/t?billnum=单＃1' }, proposal('单#1')],
    ['a payment code', link(`https://pos.example.com/t?billnum=${CODE}`), refused('paymentCode')],
    ['another host', link('https://evil.example.com/t?billnum=XS1'), refused('foreignLink')],
    [
      'a host that begins alike',
      link('https://pos.example.com.evil.net/?billnum=XS1'),
      refused('foreignLink'),
    ],
    [
      'a host that ends alike',
      link('https://evilpos.example.com/?billnum=XS1'),
      refused('foreignLink'),
    ],
    ['a user name', link('https://pos.example.com@evil.net/?billnum=XS1'), refused('foreignLink')],
    [
      'a backslash',
      link('https://evil.net\\@pos.example.com/?billnum=XS1'),
      refused('foreignLink'),
    ],
    [
      'a port not on the list',
      link('https://pos.example.com:444/?billnum=XS1'),
      refused('foreignLink'),
    ],
    ['another scheme', link('weixin://pos.example.com/?billnum=XS1'), refused('foreignLink')],
    // A browser would ask another host, or none.
    [
      'a host with more in it',
      link('https://pos\u200b.example.com/?billnum=XS1'),
      refused('foreignLink'),
    ],
    [
      'a tag before the host',
      link('https://\udb40\udc31pos.example.com/?billnum=XS1'),
      refused('foreignLink'),
    ],
    ['no link', { q: 'XS1' }, refused('foreignLink')],
    ['a bad escape', { q: 'https%3A%2F%2Fpos.example.com%' }, refused('foreignLink')],
    [
      'encoded twice',
      { q: encodeURIComponent(encodeURIComponent('https://pos.example.com/?billnum=XS1')) },
      refused('foreignLink'),
    ],
  ])('%s', (_name, query, expected) => {
    expect(read(query)).toEqual(expected);
  });
});

describe('a mini program code’s scene', () => {
  test.each<[string, string, unknown]>([
    ['bill and amount', 'XS20261122001~28.00', proposal('XS20261122001', 2800)],
    ['the bill alone', 'XS20261122001', proposal('XS20261122001')],
    ['percent-encoded', 'XS%2F1%7E28', proposal('XS/1', 2800)],
    ['an empty amount', 'XS1~', proposal('XS1')],
    ['two separators', 'XS1~2~8', proposal('XS1', null, true)],
    ['no bill', '~28.00', refused('noBill')],
    ['a payment code', CODE, refused('paymentCode')],
    ['a payment code with an amount', `${CODE}~28`, refused('paymentCode')],
  ])('%s', (_name, scene, expected) => {
    expect(read({ scene })).toEqual(expected);
  });

  test('the longest bill and the largest amount fit into 32 characters', () => {
    const scene = `${'X'.repeat(20)}~${formatYuan(MAX_AMOUNT)}`;
    expect(scene.length).toBeLessThanOrEqual(32);
    expect(read({ scene })).toEqual(proposal('X'.repeat(20), MAX_AMOUNT));
  });
});

describe('a ticket’s code scanned by 扫单号', () => {
  const q = encodeURIComponent('https://pos.example.com/t?billnum=XS1');
  test.each<[string, string, unknown]>([
    ['a bill number', 'XS20261122001', null],
    ['a bill number with a slash', 'XS/1', null],
    ['nothing', '', null],
    ['a payment code', CODE, null],
    ['its link', 'https://pos.example.com/t?billnum=XS1&amount=28', proposal('XS1', 2800)],
    ['a bad amount', 'http://pos.example.com/t?billnum=XS1&amount=x', proposal('XS1', null, true)],
    ['its page', 'pages/collect/collect?billnum=XS%2F1&amount=28.00', proposal('XS/1', 2800)],
    ['its mini program code on iOS', 'pages/collect/collect?scene=XS1%7E28', proposal('XS1', 2800)],
    ['and on Android', '/pages/collect/collect?scene=XS1~28', proposal('XS1', 2800)],
    ['its link as WeChat opens it', `pages/collect/collect?q=${q}`, proposal('XS1')],
    ['another link', 'https://evil.net/?billnum=XS1', refused('foreignLink')],
    ['another scheme', 'weixin://wxpay/bizpayurl?pr=1', refused('foreignLink')],
    ['a page without a bill', 'pages/collect/collect', refused('noBill')],
    ['a link without a bill', 'https://pos.example.com/t', refused('noBill')],
    [
      'a payment code in a link',
      `https://pos.example.com/t?billnum=${CODE}`,
      refused('paymentCode'),
    ],
  ])('%s', (_name, text, expected) => {
    expect(readTicketCode(text, RULES)).toEqual(expected);
  });
});

test('the first that is there counts', () => {
  const q = encodeURIComponent('https://pos.example.com/?billnum=XS2');
  expect(read({ billnum: 'XS1', q, scene: 'XS3' })).toEqual(proposal('XS1'));
  expect(read({ q, scene: 'XS3' })).toEqual(proposal('XS2'));
  // One that means something and is wrong is not passed over in silence.
  expect(read({ billnum: CODE, scene: 'XS3' })).toEqual(refused('paymentCode'));
});

test('a shop whose bill numbers look like payment codes says so in the settings', () => {
  const rules = { ...RULES, billNumberPattern: /^13\d{16}$/ };
  expect(readLaunchQuery({ billnum: CODE }, rules)).toMatchObject({ kind: 'proposal', bill: CODE });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.stringMatching(/^(%[0-9a-fA-F]{0,2}|[&?=~#/:@\\.])*$/),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(CODE, `%31${CODE.slice(1)}`, encodeURIComponent(CODE), '280000000000000000'),
);
const anyQuery = fc.oneof(
  fc.record(
    { billnum: anyText, amount: anyText, q: anyText, scene: anyText },
    { requiredKeys: [] },
  ),
  fc.anything(),
);

test('it answers whatever comes in, and never proposes a payment code or an amount that is none', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const result = read(query);
      if (result.kind !== 'proposal') return;
      expect(looksLikePaymentCode(result.bill)).toBe(false);
      expect(parseBillNumber(result.bill)).toBe(result.bill);
      if (result.amount !== null) {
        expect(result.amount).toBeGreaterThan(0);
        expect(result.amount).toBeLessThanOrEqual(MAX_AMOUNT);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the three ways say the same', () => {
  const bill = fc.stringMatching(/^[A-Z]{1,3}[0-9]{1,12}$/);
  const amount = fc.integer({ min: 1, max: MAX_AMOUNT });
  fc.assert(
    fc.property(bill, amount, (number, value) => {
      const yuan = formatYuan(value as Fen);
      const expected = proposal(number, value);
      expect(read({ billnum: number, amount: yuan })).toEqual(expected);
      expect(read({ scene: encodeURIComponent(`${number}~${yuan}`) })).toEqual(expected);
      const url = `https://pos.example.com/t?billnum=${number}&amount=${yuan}`;
      expect(read(link(url))).toEqual(expected);
    }),
  );
});
