import { problemWords } from '../../miniprogram/config/words';
import { AmountAboveRemainingError } from '../../miniprogram/core/errors/amount-above-remaining-error';
import { BillBlockedError } from '../../miniprogram/core/errors/bill-blocked-error';
import { BusyError } from '../../miniprogram/core/errors/busy-error';
import type { CashierError } from '../../miniprogram/core/errors/cashier-error';
import { ClockWrongError } from '../../miniprogram/core/errors/clock-wrong-error';
import { ClosingTooEarlyError } from '../../miniprogram/core/errors/closing-too-early-error';
import { ExportFailedError } from '../../miniprogram/core/errors/export-failed-error';
import { InvalidAmountError } from '../../miniprogram/core/errors/invalid-amount-error';
import { InvalidBillNumberError } from '../../miniprogram/core/errors/invalid-bill-number-error';
import { InvalidSampleError } from '../../miniprogram/core/errors/invalid-sample-error';
import { InvalidSignInError } from '../../miniprogram/core/errors/invalid-sign-in-error';
import { NoAnswerError } from '../../miniprogram/core/errors/no-answer-error';
import { NotAPaymentCodeError } from '../../miniprogram/core/errors/not-a-payment-code-error';
import { OtherServerError } from '../../miniprogram/core/errors/other-server-error';
import { ServerChangeRefusedError } from '../../miniprogram/core/errors/server-change-refused-error';
import { ServerRefusedError } from '../../miniprogram/core/errors/server-refused-error';
import { SignOutRefusedError } from '../../miniprogram/core/errors/sign-out-refused-error';
import { UnexpectedError } from '../../miniprogram/core/errors/unexpected-error';
import { UnknownCipherProfileError } from '../../miniprogram/core/errors/unknown-cipher-profile-error';
import { fen } from '../../miniprogram/core/money';
import { problemText } from '../../miniprogram/services/problem-text';

test.each<[CashierError, string]>([
  [new InvalidAmountError('tooLarge'), problemWords.invalidAmount.tooLarge],
  [new InvalidBillNumberError('paymentCode'), problemWords.invalidBillNumber.paymentCode],
  [new NotAPaymentCodeError('alipayCode'), problemWords.notAPaymentCode.alipayCode],
  [new InvalidSignInError('userNotAscii'), problemWords.invalidSignIn.userNotAscii],
  [new NoAnswerError('network'), problemWords.noAnswer.network],
  [new ClosingTooEarlyError('notAnswered'), problemWords.closingTooEarly.notAnswered],
  [new ExportFailedError('full'), problemWords.exportFailed.full],
  [new SignOutRefusedError('sending'), problemWords.signOutRefused.sending],
  [new InvalidSampleError('badCode'), problemWords.invalidSample.badCode],
  [new ServerChangeRefusedError('insecure'), problemWords.serverChangeRefused.insecure],
  [new ServerRefusedError(-1, '单据不存在'), '单据不存在'],
  [new ServerRefusedError(-1, ''), problemWords.serverRefused],
  [new BillBlockedError('a1'), problemWords.billBlocked],
  [new BusyError(), problemWords.busy],
  [new UnexpectedError(new TypeError('x')), problemWords.unexpected],
  // A mistake in the settings, not of staff: no words of its own.
  [new UnknownCipherProfileError('x'), problemWords.unexpected],
])('%s', (error, text) => {
  expect(text).not.toBe('');
  expect(problemText(error)).toBe(text);
});

test('the rest is told in yuan', () => {
  const error = new AmountAboveRemainingError(fen(200_000), fen(123_450));
  expect(problemText(error)).toContain('1,234.50');
});

test('an attempt of another server names the server', () => {
  expect(problemText(new OtherServerError('https://old.example.com'))).toContain(
    'https://old.example.com',
  );
});

test.each([
  [600_000, '相差 10 分钟'],
  [-600_000, '相差 10 分钟'],
  [61_000, '相差 1 分钟'],
  [100 * 60_000, '相差 100 分钟'],
  [8 * 3_600_000, '相差 8 小时'],
  [86_400_000, '相差 24 小时'],
  [-3 * 86_400_000, '相差 3 天'],
])('a clock that is off by %i ms: %s', (offBy, words) => {
  const text = problemText(new ClockWrongError(offBy));
  expect(text).toContain(words);
  expect(text).toContain('自动设置时间');
});

test('a clock whose difference is not told: what to do, without a number', () => {
  expect(problemText(new ClockWrongError(null))).toBe(problemWords.clockWrong);
});
