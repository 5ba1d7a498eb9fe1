import type { FaultKind } from '../../faults/fault';

/** A fault as a person chooses it. */
export interface FaultChoice {
  kind: FaultKind;
  name: string;
  why: string;
  /** Which of the page's fields it uses. */
  uses?: 'seconds';
}

/** For the call that moves money. */
export const BARCODE_FAULTS: readonly FaultChoice[] = [
  { kind: 'answer-lost', name: '已扣款，答复丢失', why: '钱已到账，连接中断，没有答复' },
  { kind: 'request-lost', name: '请求丢失', why: '没有扣款，连接中断，没有答复' },
  { kind: 'delayed', name: '答复延迟', why: '立即扣款，过几秒才答复', uses: 'seconds' },
  { kind: 'undecided', name: '先待确认，稍后到账', why: '先答 1，过几秒扣款', uses: 'seconds' },
  { kind: 'declined', name: '微信拒绝', why: '答 -1 余额不足，没有扣款' },
  { kind: 'error-before', name: '扣款前出错', why: '答 500，没有扣款' },
  { kind: 'error-after', name: '扣款后出错', why: '答 500，钱已到账' },
  { kind: 'broken-body', name: '答复内容残缺', why: '钱已到账，答复只有一半' },
  { kind: 'truncated-body', name: '答复中途断开', why: '钱已到账，答复没发完就断开' },
  { kind: 'html', name: '网页代替答复', why: '像商场 Wi-Fi 的登录页，没有扣款' },
  { kind: 'unknown-errcode', name: '未知的 errcode', why: '钱已到账，却答 7' },
  { kind: 'wrong-bill', name: '答复是别的单据', why: '钱已到账，答复里的单号不对' },
  { kind: 'no-billpaystate', name: '缺少收款状态', why: '钱已到账，不说是否收清' },
  { kind: 'delivered-twice', name: '请求到达两次', why: '第一次扣款，只回第二次的答复' },
  { kind: 'session-expired', name: '登录失效', why: '答 401，没有扣款' },
];

/** For the calls that only read. */
export const QUERY_FAULTS: readonly FaultChoice[] = [
  { kind: 'error-before', name: '查询出错', why: '答 500' },
  { kind: 'answer-lost', name: '查询无答复', why: '连接中断' },
  { kind: 'delayed', name: '查询延迟', why: '过几秒才答复', uses: 'seconds' },
  { kind: 'wrong-bill', name: '查到别的单据', why: '答复里的单号不对' },
  { kind: 'delivered-twice', name: '查询到达两次', why: '只回第二次的答复：401 nonce 用过' },
  { kind: 'session-expired', name: '查询时登录失效', why: '答 401' },
];
