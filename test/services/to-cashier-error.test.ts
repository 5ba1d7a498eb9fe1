import { BusyError } from '../../miniprogram/core/errors/busy-error';
import { CashierError } from '../../miniprogram/core/errors/cashier-error';
import { toCashierError } from '../../miniprogram/services/to-cashier-error';

test('errors of ours stay as they are', () => {
  const error = new BusyError();
  expect(toCashierError(error)).toBe(error);
});

test.each([[new TypeError('x is undefined')], ['text'], [null], [undefined], [{ errMsg: 'fail' }]])(
  '%p becomes an unexpected one that keeps what was thrown',
  (thrown) => {
    const error = toCashierError(thrown);
    expect(error).toBeInstanceOf(CashierError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'unexpected', name: 'UnexpectedError', thrown });
  },
);
