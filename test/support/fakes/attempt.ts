import type { Attempt, AttemptState } from '../../../miniprogram/core/attempt';
import type { BillNumber } from '../../../miniprogram/core/bill';
import { fen } from '../../../miniprogram/core/money';

/** The server of every made-up attempt. */
export const FAKE_SERVER = 'http://127.0.0.1:8610';

const SENT_AT = Date.UTC(2026, 10, 22, 6, 5, 9);

/** An attempt as the journal could hold it: 28.00 yuan on a bill of 28.00, sent by 1001. */
export function fakeAttempt(state: AttemptState, change: Partial<Attempt> = {}): Attempt {
  return {
    id: `fake-${state}`,
    server: FAKE_SERVER,
    user: '1001',
    bill: 'XS20261122001' as BillNumber,
    amount: fen(2800),
    maskedCode: '13**************89',
    baseline: {
      sentAt: SENT_AT - 900,
      payState: '1',
      figures: { due: fen(2800), collected: fen(0) },
    },
    preparedAt: SENT_AT - 10,
    submittedAt: SENT_AT,
    state,
    stateAt: SENT_AT + 1200,
    proof: null,
    billComplete: null,
    paymentNumber: null,
    message: '',
    rejectedReason: null,
    unknownReason: null,
    recheck: null,
    closing: null,
    acknowledgedAt: null,
    history: [{ to: state, at: SENT_AT + 1200, cause: 'made up' }],
    ...change,
  };
}
