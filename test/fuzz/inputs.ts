import fc from 'fast-check';

/** Our bill in every answer that is meant to be ours. */
export const FUZZ_BILL = 'XS20261122001';

const NAMES = [
  'errcode',
  'ErrCode',
  'ERRCODE',
  'errmsg',
  'ErrMsg',
  'tag',
  'Tag',
  'billnum',
  'BillNum',
  'billNum',
  'autoid',
  'billpaystate',
  'BillPayState',
  'paystate',
  'cost',
  'real',
  'subtotal',
  'sellstate',
  'amount',
  'token',
  'username',
  'nickname',
  'paystatus',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'é',
  '\ufeff',
];

/** JSON texts of single values, of the kinds that break parsers. */
const scalar = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '-1',
    '3',
    '-0',
    '1e0',
    '0.0',
    '0.5',
    '28',
    '28.00',
    '28.005',
    '1e999',
    '1e-7',
    '9007199254740993',
    '999999999999999999999',
    'null',
    'true',
    'false',
    '""',
    '"3"',
    '"0"',
    '"-1"',
    '"NaN"',
    '"Infinity"',
    '"28.00"',
    '"28.001"',
    '"SUCCESS"',
    '"success"',
    '" 3 "',
    '"\\u0000"',
    `"${FUZZ_BILL}"`,
    `" ${FUZZ_BILL.toLowerCase()} "`,
    '"ＸＳ20261122001"',
    '"XS20261122002"',
    '"134567890123456789"',
    '{}',
    '[]',
    '[0]',
    '[[]]',
    'NaN',
    'undefined',
    "'a'",
  ),
  fc.integer().map(String),
  fc.double().map((value) => JSON.stringify(value)),
  fc.string().map((value) => JSON.stringify(value)),
);

const { value: jsonText } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: scalar },
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 7 })
      // By hand: JSON.stringify would drop repeated names and __proto__.
      .map(
        (fields) =>
          `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`,
      ),
  ),
}));

/** Valid answers of every endpoint, to be spoilt. */
const validAnswer = fc
  .record({
    errcode: fc.constantFrom(0, 0, 0, 1, -1, 2, 40001),
    errmsg: fc.constantFrom('', '余额不足', '付款码 134567890123456789 无效'),
    tag: fc.constantFrom<unknown>(
      null,
      '',
      { billnum: FUZZ_BILL, autoid: 7, billpaystate: '3' },
      { billnum: FUZZ_BILL, autoid: 7, billpaystate: '1' },
      { BillNum: 'XS20261122002', AutoId: '7', BillPayState: '3' },
      { billnum: FUZZ_BILL, paystate: '3', shopname: '店' },
      { billnum: FUZZ_BILL, cost: 28, real: '0.00' },
      { billnum: FUZZ_BILL, autoid: '7', paystatus: 'SUCCESS' },
      { token: 't', username: '1001', nickname: '王' },
      [{ billnum: FUZZ_BILL, subtotal: 28, sellstate: '0', productname: 'x', amount: 1 }],
    ),
  })
  .map((answer) => JSON.stringify(answer));

type Spoil = (text: string) => string;

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.constant<Spoil>((text) => text),
  fc.constant<Spoil>((text) => `\ufeff${text}`),
  fc.constant<Spoil>((text) => `\ufeff\ufeff${text}`),
  fc.constant<Spoil>((text) => text.toUpperCase()),
  fc.nat(200).map(
    (length): Spoil =>
      (text) =>
        text.slice(0, length),
  ),
  fc.tuple(fc.nat(200), fc.string({ maxLength: 3 })).map(
    ([at, junk]): Spoil =>
      (text) =>
        text.slice(0, at) + junk + text.slice(at),
  ),
  // One more field, of a name that may stand there already, in this or another case.
  fc.tuple(fc.constantFrom(...NAMES), jsonText).map(
    ([name, value]): Spoil =>
      (text) =>
        text.replace('{', () => `{${JSON.stringify(name)}:${value},`),
  ),
  fc.tuple(fc.constantFrom(...NAMES), jsonText).map(
    ([name, value]): Spoil =>
      (text) =>
        text.replace(/\}$/, () => `,${JSON.stringify(name)}:${value}}`),
  ),
  fc.tuple(fc.constantFrom('0', '7', '"3"', `"${FUZZ_BILL}"`), jsonText).map(
    ([from, to]): Spoil =>
      (text) =>
        text.replace(from, () => to),
  ),
);

/** Bodies that a server, a proxy or a broken line may bring. */
export const body: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(validAnswer, fc.array(spoil, { maxLength: 3 }))
      .map(([text, spoils]) => spoils.reduce((spoilt, one) => one(spoilt), text)),
  },
  { weight: 2, arbitrary: jsonText },
  fc.string(),
  fc.constantFrom(
    '',
    'null',
    '<html>errcode</html>',
    '<errcode>0</errcode>',
    '[',
    '{"errcode":0',
    '{}',
  ),
);

export const status: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(200) },
  fc.constantFrom(
    0,
    100,
    201,
    204,
    302,
    400,
    401,
    403,
    404,
    405,
    413,
    415,
    422,
    429,
    500,
    502,
    504,
  ),
  fc.integer({ min: -1, max: 1000 }),
);

/** A text that is nearly, or fully, one of the given ones. */
export function near(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom(...texts), fc.array(spoil, { maxLength: 3 }))
      .map(([text, spoils]) => spoils.reduce((spoilt, one) => one(spoilt), text)),
  );
}

/** Any value at all, prototypes' names among its keys. */
export const anything = fc.anything({
  key: fc.oneof(fc.constantFrom(...NAMES), fc.string()),
  withNullPrototype: true,
  withSparseArray: true,
});
