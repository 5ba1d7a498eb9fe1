import { totalsOf } from '../../miniprogram/core/totals';
import { fakeAttempt } from '../support/fakes/attempt';

test('collected money is added up apart by what says so; nothing else is added up', () => {
  const collected = (
    id: string,
    proof: 'answer' | 'lateAnswer' | 'thirdPartyQuery' | 'billState' | 'receiptGrowth',
  ) => fakeAttempt('collected', { id, proof });
  expect(
    totalsOf([
      collected('a', 'answer'),
      collected('b', 'lateAnswer'),
      collected('c', 'thirdPartyQuery'),
      collected('d', 'billState'),
      collected('e', 'receiptGrowth'),
      fakeAttempt('staffPaid'),
      fakeAttempt('staffNotPaid'),
      fakeAttempt('conflict', { proof: 'billState' }),
      fakeAttempt('unresolved'),
      fakeAttempt('declined'),
    ]),
  ).toEqual({
    byAnswer: { count: 3, amount: 8400 },
    byBillState: { count: 2, amount: 5600 },
    byStaff: { count: 1, amount: 2800 },
  });
});
