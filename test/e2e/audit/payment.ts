import type { Page, Request } from '@playwright/test';
import { AMOUNT, BILL, expect, OTHER_BILL, target, type Till } from '../support';
import type { Customer } from '../support';
// For the type of `window.__simulator`.
import type {} from '../simulator/support';
import type { Figure } from './figure';

type SetDataLog = Window['__simulator']['setDataLog'];

const CLOCK = 'components/elapsed-time/elapsed-time';

/**
 * Two payments of a shift that is under way, each from the empty form to 收款成功: one paid at once,
 * one after the password.
 */
export async function paymentFigures(
  till: Till,
  customer: Customer,
  carefulCustomer: Customer,
): Promise<Figure[]> {
  const requests = watchRequests(till.page);
  await till.start();
  const atOnce = await measured(till, BILL, AMOUNT, customer.code());
  const withPassword = await measured(
    till,
    OTHER_BILL,
    '2.00',
    carefulCustomer.code(),
    async () => {
      await expect(till.heading).toHaveText('等待客人付款');
      carefulCustomer.confirm();
    },
  );
  const ticks = withPassword.calls.filter(({ is }) => is === CLOCK).length;
  // Each by itself: nobody begins the next payment within the same second.
  const fullest = Math.max(...[atOnce, withPassword].map(({ calls }) => fullestSecond(calls)));
  const largest = Math.max(atOnce.largest, withPassword.largest);
  return [
    line('setData a payment, paid at once', atOnce.count, 'calls', null, 20),
    line('… in all', atOnce.bytes, 'bytes', null, 8_192),
    line('… data of the pages it opens', atOnce.initial, 'bytes', null, 8_192),
    line('setData a payment with password', withPassword.count - ticks, 'calls', null, 20),
    line('… in all', withPassword.bytes, 'bytes', null, 8_192),
    line('setData in the fullest second', fullest, 'calls', 20, 20),
    line('largest setData', largest, 'bytes', 262_144, 2_048),
    line('requests at once', requests.most, 'requests', 10, 4),
    line('slowest request', requests.slowest, 'ms', 1_000, 1_000),
  ];
}

function line(
  what: string,
  value: number,
  unit: Figure['unit'],
  wechat: number | null,
  budget: number,
): Figure {
  return { what, measured: value, unit, wechat, budget };
}

async function measured(
  till: Till,
  bill: string,
  amount: string,
  code: string,
  meanwhile?: () => Promise<void>,
): Promise<SetDataLog> {
  await till.page.evaluate(() => {
    window.__simulator.setDataLog.reset();
  });
  await till.startScan({ bill, amount });
  await till.scan(code);
  await meanwhile?.();
  await expect(till.heading).toHaveText('收款成功');
  const log = await till.page.evaluate(
    () => JSON.parse(JSON.stringify(window.__simulator.setDataLog)) as SetDataLog,
  );
  await till.button('下一单').click();
  await expect(till.button('扫码收款')).toBeVisible();
  return log;
}

/** The most calls that fall into any one second. */
function fullestSecond(calls: SetDataLog['calls']): number {
  return Math.max(
    0,
    ...calls.map(
      ({ at: from }) => calls.filter(({ at }) => at >= from && at < from + 1_000).length,
    ),
  );
}

interface RequestFigures {
  /** In flight together. */
  most: number;
  /** ms from sending to the whole answer */
  slowest: number;
}

/** Follows the app's own requests. */
function watchRequests(page: Page): RequestFigures {
  const figures: RequestFigures = { most: 0, slowest: 0 };
  const flying = new Set<Request>();
  page.on('request', (request) => {
    if (target(request) === '') return;
    flying.add(request);
    figures.most = Math.max(figures.most, flying.size);
  });
  const landed = (request: Request): void => {
    if (!flying.delete(request)) return;
    figures.slowest = Math.max(figures.slowest, request.timing().responseEnd);
  };
  page.on('requestfinished', landed);
  page.on('requestfailed', landed);
  return figures;
}
