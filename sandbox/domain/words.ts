import { yuanText, type Fen } from './money';
import type { Refusal } from './collect';

/** What a shop clerk reads in errmsg: what is wrong, and what to do now. */
export function refusalWords(refusal: Refusal, remaining: Fen = 0): string {
  switch (refusal) {
    case 'bill-unknown':
      return '没有找到该售货单，请核对单号';
    case 'bill-complete':
      return '该售货单已收清，无需再收款';
    case 'amount-not-positive':
      return '收款金额必须大于零';
    case 'amount-above-remaining':
      return `收款金额超过待收金额，待收 ${yuanText(remaining)} 元`;
    case 'code-malformed':
      return '付款码无效，请扫描微信付款码';
    case 'code-unknown':
      return '付款码无效，请客人刷新付款码后重新扫码';
    case 'code-expired':
      return '付款码已过期，请客人刷新付款码后重新扫码';
    case 'code-spent':
      return '付款码已使用，请客人刷新付款码后重新扫码';
    case 'balance-too-low':
      return '余额不足，请客人更换付款方式';
    case 'declined':
      return '支付失败，请客人更换付款方式';
  }
}
