import type { BillRow } from '../domain/bill';
import { yuanNumber } from '../domain/money';
import { refusalWords } from '../domain/words';
import { failed, succeeded, type Json } from './envelope';
import { billNumberParam, type PosEndpoint } from './endpoint';
import { BILL_PARAMS, describe, envelopeOf } from './schemas/describe';

/** The rows of a bill; what is due follows from their subtotals. */
export const rows: PosEndpoint = {
  name: 'rows',
  method: 'GET',
  url: '/api/Pos/MiniProgram/Busi/Sell/Bill/Detail/Query/ByBillNum/SimpleRet/:billnum',
  schema: describe({
    operationId: 'queryBillRows',
    summary: '查询售货单明细',
    description: 'Due = sum of subtotal over rows with sellstate "0" [I].',
    params: BILL_PARAMS,
    tag: envelopeOf('BillRow', 'list'),
  }),
  answer(call) {
    const figures = call.world.till.figures(billNumberParam(call));
    if (!figures) return failed(refusalWords('bill-unknown'));
    const { number } = figures.bill;
    return succeeded(figures.bill.rows.map((row) => wireRow(row, number)));
  },
};

function wireRow(row: BillRow, billNumber: string): Json {
  return {
    autoid: row.autoId,
    productid: row.productId,
    billnum: billNumber,
    amount: row.quantity,
    cosprice: yuanNumber(row.costPriceFen),
    discountrate: row.discountRate,
    discountbase: yuanNumber(row.retailPriceFen),
    retailprice: yuanNumber(row.retailPriceFen),
    sellstate: row.returned ? '1' : '0',
    productname: row.productName,
    barcode: row.barcode,
    unit: row.unit,
    isneedweghing: row.weighed,
    productclassname: row.productClass,
    subtotal: yuanNumber(row.subtotalFen),
  };
}
