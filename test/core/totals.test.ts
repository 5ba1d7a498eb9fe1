import { totalsOf, totalsSince } from '../../miniprogram/core/totals';
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

test('a shift counts from its beginning, by when the code was scanned', () => {
  const at = (id: string, preparedAt: number) =>
    fakeAttempt('collected', { id, proof: 'answer', preparedAt, stateAt: preparedAt + 9_000 });
  const attempts = [at('before', 999), at('first', 1_000), at('later', 5_000)];
  expect(totalsSince(attempts, 1_000).byAnswer).toEqual({ count: 2, amount: 5600 });
});
