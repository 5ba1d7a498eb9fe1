import type { Instant } from '../domain/clock';
import { failed, succeeded } from './envelope';
import { billNumberParam, type PosEndpoint } from './endpoint';
import { BILL_PARAMS, describe, envelopeOf } from './schemas/describe';
import { refusalWords } from '../domain/words';

/** The till's wall clock: China Standard Time, no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The bill's state, without any amount: to be asked while a payment is undecided. */
export const mainRow: PosEndpoint = {
  name: 'main-row',
  method: 'GET',
  url: '/api/Pos/MiniProgram/Busi/Sell/MainRow/Query/ByBillNum/:billnum',
  schema: describe({
    operationId: 'queryMainRow',
    summary: '查询售货单状态',
    description:
      'For "a payment was started, the money has not arrived: ask again and again". Any user may ask for any bill. No amounts [D].',
    params: BILL_PARAMS,
    tag: envelopeOf('MainRow'),
  }),
  answer(call) {
    const { till, seed } = call.world;
    const figures = till.figures(billNumberParam(call));
    if (!figures) return failed(refusalWords('bill-unknown'));
    const { bill, payState } = figures;
    const seller = seed.users.find((user) => user.login === bill.seller);
    const [date, time] = chinaTime(bill.writtenAt);
    return succeeded({
      billnum: bill.number,
      shopid: seed.shop.id,
      yhdlm: bill.seller,
      happendate: date,
      happentime: time,
      paystate: payState,
      dyzh: '',
      guiderbinduser: bill.guide,
      guiderbindtime: '',
      calculatestate: '0',
      calculatebillnum: '',
      busifromtype: '1',
      memony: '',
      shopname: seed.shop.name,
      yhmc: seller?.nickname ?? '',
      guiderbindusername: bill.guide,
      dyxx: '',
      memberid: bill.memberId,
      memberinfo: bill.memberInfo,
    });
  },
};

function chinaTime(instant: Instant): [date: string, time: string] {
  const text = new Date(instant + CHINA_OFFSET_MS).toISOString();
  return [text.slice(0, 10), text.slice(11, 19)];
}
