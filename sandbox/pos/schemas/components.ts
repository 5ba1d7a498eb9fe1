import type { JsonSchema } from './describe';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});
const whole = (description: string): JsonSchema => ({ type: 'integer', description });
const decimal = (description: string): JsonSchema => ({ type: 'number', description });

/** Every property is always present: the contract names no optional one. */
function allRequired(
  $id: string,
  description: string,
  properties: Record<string, JsonSchema>,
): JsonSchema {
  return { $id, type: 'object', description, required: Object.keys(properties), properties };
}

const envelope: JsonSchema = {
  $id: 'Envelope',
  type: 'object',
  description:
    'The frame of every answer [D]. Field names differ in case between deployments: read them case-insensitively [I].',
  required: ['errcode', 'errmsg', 'tag'],
  properties: {
    errcode: whole('0, 1 and -1 mean what the call itself documents; no table is shared [D].'),
    errmsg: text('Meant to be shown to the user [D].'),
    tag: { description: 'The answer proper: an object, an array, text or null [D].' },
  },
};

const barcodeRequest: JsonSchema = {
  $id: 'BarcodeRequest',
  type: 'object',
  required: ['billnum', 'wechatbarcode', 'paymentvalue'],
  properties: {
    billnum: text('售货单号 [D]', { minLength: 1, maxLength: 20, pattern: '\\S' }),
    wechatbarcode: text(
      'The scanned payment code, TripleDES under KEY = UPPER(MD5(password)) [D], SHA-256 of KEY cut to 24 bytes, ECB, PKCS7, Base64 [I].',
      { minLength: 1, maxLength: 256 },
    ),
    paymentvalue: {
      description: 'The amount [D], in yuan with at most two decimals [I].',
      anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d{1,9}(\\.\\d+)?$' }],
    },
  },
};

const wechatQueryRequest: JsonSchema = {
  $id: 'WechatQueryRequest',
  type: 'object',
  required: ['autoid', 'billnum', 'billtype', 'paytype'],
  properties: {
    autoid: text('The payment number [D there].', { minLength: 1, maxLength: 36 }),
    billnum: text('售货单号 [D there]', { minLength: 1, maxLength: 20 }),
    billtype: text('"2" = POS [D there].', { enum: ['2'] }),
    paytype: text('"91" = WeChat code scanned by the shop [D there].', { enum: ['91'] }),
  },
};

const loginTag = allRequired('LoginTag', 'Who signed in.', {
  token: text('For the strategy "token" [D]; what it is for is not documented.'),
  username: text('The login [D].'),
  nickname: text('The name to show [D].'),
});

const barcodeTag: JsonSchema = {
  ...allRequired('BarcodeTag', 'With errcode 1 the tag may be empty [I].', {
    billnum: text('The bill [D].'),
    autoid: whole("The payment's serial number [I]."),
    billpaystate: text('"3": the whole bill is collected; any other value: not all of it yet [D].'),
  }),
};

const wechatQueryTag = allRequired('WechatQueryTag', 'One payment, as WeChat sees it.', {
  autoid: text('The payment number [I].'),
  billnum: text('The bill [I].'),
  paystatus: text('"SUCCESS": paid; anything else: still undecided [D there].'),
});

const mainRow = allRequired('MainRow', "A bill's state; no amounts [D].", {
  billnum: text('The bill [D].'),
  shopid: text('[D]'),
  yhdlm: text("The seller's login [D]."),
  happendate: text('Date of the bill [D], YYYY-MM-DD [I].'),
  happentime: text('Time of the bill [D], HH:MM:SS, China time [I].'),
  paystate: text(
    '"3": all collected [D]. Others are not documented: here "1" nothing, "2" a part [I].',
  ),
  dyzh: text('[D]'),
  guiderbinduser: text('[D]'),
  guiderbindtime: text('[D]'),
  calculatestate: text('[D]'),
  calculatebillnum: text('[D]'),
  busifromtype: text('1 front desk, 2 mobile, 3 other [D].'),
  memony: text('Spelled so in the contract [D].'),
  shopname: text('[D]'),
  yhmc: text("The seller's name [D]."),
  guiderbindusername: text('[D]'),
  dyxx: text('[D]'),
  memberid: whole('[D]'),
  memberinfo: text('[D]'),
});

const billRow = allRequired('BillRow', 'One row of a bill.', {
  autoid: whole('[D]'),
  productid: whole('[D]'),
  billnum: text('The bill [D].'),
  amount: decimal('The quantity, not money [D].'),
  cosprice: decimal('What the shop paid; never to be shown. Spelled so in the contract [D].'),
  discountrate: decimal('[D] 1 = no discount [I].'),
  discountbase: decimal('[D] In yuan [I].'),
  retailprice: decimal('[D] In yuan [I].'),
  sellstate: text('"0" normal, "1" returned [D].'),
  productname: text('[D]'),
  barcode: text("The product's barcode [D]."),
  unit: text('[D]'),
  isneedweghing: { type: 'boolean', description: 'Spelled so in the contract [D]; a boolean [I].' },
  productclassname: text('[D]'),
  subtotal: decimal('[D] In yuan [I].'),
});

const receiptRow = allRequired('ReceiptRow', 'One row of a receipt.', {
  id: whole('[D]'),
  productid: whole('[D]'),
  productname: text('[D]'),
  amount: decimal('The quantity [D].'),
  sellstate: text('"0" normal, "1" returned [D].'),
  retailprice: decimal('[D] In yuan [I].'),
  discountrate: decimal('[D]'),
  discountbase: decimal('[D] In yuan [I].'),
  subtotal: decimal('[D] In yuan [I].'),
  unit: text('[D]'),
  remark: text('[D]'),
});

const receipt = allRequired('Receipt', "The only answer with a bill's amounts [D].", {
  billnum: text('The bill [D].'),
  printcount: whole('[D]'),
  posshopname: text('[D]'),
  paymentname: text('[D]'),
  username: text('[D]'),
  total: decimal('Before discounts [I], in yuan [I].'),
  discount: decimal('[D] In yuan [I].'),
  reduction: decimal('[D] In yuan [I].'),
  cost: decimal('应收 [D], in yuan [I].'),
  real: decimal('实收 [D], in yuan [I].'),
  change: decimal('找零 [D], in yuan [I].'),
  Coupon_56: decimal('[D]'),
  Coupon_57: decimal('[D]'),
  details: { type: 'array', items: { $ref: 'ReceiptRow#' }, description: '[D]' },
});

const aspNetError: JsonSchema = {
  $id: 'AspNetError',
  type: 'object',
  description: 'No envelope: the call never reached the shop [I].',
  required: ['Message'],
  properties: { Message: text('[I]'), MessageDetail: text('[I]') },
};

const modelStateError: JsonSchema = {
  $id: 'ModelStateError',
  type: 'object',
  description:
    'The fields at fault, by name; without them where the call itself was unreadable [I].',
  required: ['Message'],
  properties: {
    Message: text('[I]'),
    ModelState: {
      type: 'object',
      description: '[I]',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
};

/** Every schema of the POS contract that has a name; they refer to each other by `$id`. */
export const POS_COMPONENTS: readonly JsonSchema[] = [
  envelope,
  loginTag,
  barcodeRequest,
  barcodeTag,
  mainRow,
  billRow,
  receiptRow,
  receipt,
  wechatQueryRequest,
  wechatQueryTag,
  aspNetError,
  modelStateError,
];
