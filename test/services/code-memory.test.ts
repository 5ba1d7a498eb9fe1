import type { PaymentCode } from '../../miniprogram/core/payment-code';
import { createCodeMemory, REMEMBERED_CODES } from '../../miniprogram/services/code-memory';

const code = (index: number): PaymentCode => `13${String(index).padStart(16, '0')}` as PaymentCode;

test('a code that was used is known, and no other', () => {
  const codes = createCodeMemory();
  codes.remember(code(1));
  expect(codes.has(code(1))).toBe(true);
  expect(codes.has(code(2))).toBe(false);
});

test('the newest codes stay, far more than two minutes can bring; older ones go', () => {
  const codes = createCodeMemory();
  for (let index = 0; index <= REMEMBERED_CODES; index += 1) codes.remember(code(index));
  expect(codes.has(code(0))).toBe(false);
  for (let index = 1; index <= REMEMBERED_CODES; index += 1)
    expect(codes.has(code(index))).toBe(true);
  expect(REMEMBERED_CODES).toBeGreaterThanOrEqual(100);
});

test('a code remembered again counts as new', () => {
  const codes = createCodeMemory();
  codes.remember(code(0));
  codes.remember(code(1));
  codes.remember(code(0));
  for (let index = 2; index <= REMEMBERED_CODES; index += 1) codes.remember(code(index));
  expect([codes.has(code(0)), codes.has(code(1))]).toEqual([true, false]);
});
