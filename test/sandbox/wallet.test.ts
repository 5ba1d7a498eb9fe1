import { VirtualClock } from '../../sandbox/domain/clock';
import { maskedCode, WECHAT_PAYMENT_CODE } from '../../sandbox/domain/payment-code';
import { seededRandom } from '../../sandbox/domain/random';
import { Wallet } from '../../sandbox/domain/wallet';

const customer = { id: 'c1', name: '陈女士', balanceFen: 500_00, askPassword: false };

function open(): { clock: VirtualClock; wallet: Wallet } {
  const clock = new VirtualClock();
  return { clock, wallet: new Wallet(clock, seededRandom(1), [customer]) };
}

describe('payment codes', () => {
  test('look like WeChat codes, and differ', () => {
    const { wallet } = open();
    const codes = Array.from({ length: 500 }, () => wallet.newCode('c1').text);
    expect(codes.every((code) => WECHAT_PAYMENT_CODE.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('stay on the screen for a minute, then change', () => {
    const { clock, wallet } = open();
    const first = wallet.currentCode('c1').text;
    clock.advance(59_999);
    expect(wallet.currentCode('c1').text).toBe(first);
    expect(wallet.showsStaleCode()).toBe(false);
    clock.advance(1);
    expect(wallet.showsStaleCode()).toBe(true);
    expect(wallet.currentCode('c1').text).not.toBe(first);
    expect(wallet.spend(first)).toEqual({ refusal: 'code-expired' });
  });

  test('change right after use, and work once', () => {
    const { wallet } = open();
    const first = wallet.currentCode('c1').text;
    expect(wallet.spend(first)).toMatchObject({ customer: { id: 'c1' } });
    expect(wallet.spend(first)).toEqual({ refusal: 'code-spent' });
    expect(wallet.currentCode('c1').text).not.toBe(first);
  });

  test('a code asked for anew leaves the last one valid until its own minute ends', () => {
    const { wallet } = open();
    const first = wallet.currentCode('c1').text;
    wallet.newCode('c1');
    expect(wallet.spend(first)).toHaveProperty('customer');
  });

  test.each([
    ['134567890123456789', 'code-unknown'],
    ['164567890123456789', 'code-malformed'],
    ['280000000000000000', 'code-malformed'],
    ['13456789012345678', 'code-malformed'],
    ['', 'code-malformed'],
  ])('%p is refused as %s', (text, refusal) => {
    expect(open().wallet.spend(text)).toEqual({ refusal });
  });

  test('an expired code for trying leaves the screen alone', () => {
    const { wallet } = open();
    const shown = wallet.currentCode('c1').text;
    expect(wallet.spend(wallet.expiredCode('c1').text)).toEqual({ refusal: 'code-expired' });
    expect(wallet.currentCode('c1').text).toBe(shown);
  });

  test('old codes are forgotten, so a day of showing does not fill the memory', () => {
    const { clock, wallet } = open();
    const first = wallet.currentCode('c1').text;
    clock.advance(2 * 3_600_000);
    wallet.newCode('c1');
    expect(wallet.spend(first)).toEqual({ refusal: 'code-unknown' });
  });

  test('are shown masked', () => {
    expect(maskedCode('134567890123456789')).toBe('1345****6789');
  });
});
