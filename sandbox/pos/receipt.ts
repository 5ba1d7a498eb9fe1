import type { Bill, BillRow } from '../domain/bill';
import { yuanNumber, type Fen } from '../domain/money';
import { refusalWords } from '../domain/words';
import { failed, succeeded, type Json } from './envelope';
import { NoSuchResource, billNumberParam, type PosEndpoint } from './endpoint';
import { BILL_PARAMS, describe, envelopeOf } from './schemas/describe';

/** The receipt: the only answer with a bill's amounts. Reading it does not raise printcount here. */
export const receipt: PosEndpoint = {
  name: 'receipt',
  method: 'GET',
  url: '/api/Pos/Busi/Sell/Print/Content/:billnum',
  schema: describe({
    operationId: 'readReceipt',
    summary: '小票内容',
    description:
      'Not under MiniProgram [D]. Whether it answers for an unpaid bill, and whether reading it raises printcount, is not documented.',
    params: BILL_PARAMS,
    tag: envelopeOf('Receipt'),
  }),
  answer(call) {
    const { till, seed, settings } = call.world;
    if (settings.receipt === 'off') throw new NoSuchResource();
    const figures = till.figures(billNumberParam(call));
    if (!figures) return failed(refusalWords('bill-unknown'));
    const { bill, dueFen, collectedFen, payState } = figures;
    if (settings.receipt === 'paid-only' && payState !== '3') {
      return failed('该售货单尚未收清，不能打印小票');
    }
    const full = fullPriceFen(bill);
    const seller = seed.users.find((user) => user.login === bill.seller);
    return succeeded({
      billnum: bill.number,
      printcount: 0,
      posshopname: seed.shop.name,
      paymentname: collectedFen > 0 ? '微信支付' : '',
      username: seller?.nickname ?? bill.seller,
      total: yuanNumber(full),
      discount: yuanNumber(full - dueFen),
      reduction: 0,
      cost: yuanNumber(dueFen),
      real: yuanNumber(collectedFen),
      change: 0,
      Coupon_56: 0,
      Coupon_57: 0,
      details: bill.rows.map(receiptRow),
    });
  },
};

/** Before discounts; returned rows do not count. */
function fullPriceFen(bill: Bill): Fen {
  return bill.rows
    .filter((row) => !row.returned)
    .reduce((sum, row) => sum + Math.round(row.retailPriceFen * row.quantity), 0);
}

function receiptRow(row: BillRow): Json {
  return {
    id: row.autoId,
    productid: row.productId,
    productname: row.productName,
    amount: row.quantity,
    sellstate: row.returned ? '1' : '0',
    retailprice: yuanNumber(row.retailPriceFen),
    discountrate: row.discountRate,
    discountbase: yuanNumber(row.retailPriceFen),
    subtotal: yuanNumber(row.subtotalFen),
    unit: row.unit,
    remark: '',
  };
}
