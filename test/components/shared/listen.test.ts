import type { Services } from '../../../miniprogram/services/services';

type Listening = typeof import('../../../miniprogram/components/shared/listen');

let page: Listening;
let installServices: (services: Services) => void;
let refreshed = 0;
let stopped = 0;
const listener = {
  refresh(): void {
    refreshed += 1;
  },
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const subscribe = (): readonly (() => void)[] => [() => void (stopped += 1)];
const install = (): void => {
  installServices({} as Services);
};

beforeEach(async () => {
  refreshed = 0;
  stopped = 0;
  // Services that nobody has installed yet.
  jest.resetModules();
  page = await import('../../../miniprogram/components/shared/listen');
  ({ installServices } = await import('../../../miniprogram/services/services'));
});

test('subscribes once the services are there, then refreshes; stops once', async () => {
  const listening = page.listen(listener, subscribe);
  await settle();
  expect(refreshed).toBe(0);
  install();
  expect(await listening).toBe(true);
  expect(refreshed).toBe(1);
  page.stopListening(listener);
  page.stopListening(listener);
  expect(stopped).toBe(1);
});

test('hidden before the services are there, it hears nothing', async () => {
  const subscribed = jest.fn(subscribe);
  const listening = page.listen(listener, subscribed);
  page.stopListening(listener);
  install();
  expect(await listening).toBe(false);
  expect([subscribed.mock.calls.length, refreshed]).toEqual([0, 0]);
});

test('shown twice before the services are there, it subscribes once', async () => {
  const subscribed = jest.fn(subscribe);
  const both = [page.listen(listener, subscribed), page.listen(listener, subscribed)];
  install();
  expect(await Promise.all(both)).toEqual([false, true]);
  expect(subscribed).toHaveBeenCalledTimes(1);
});

test('shown again, the former subscriptions end', async () => {
  install();
  await page.listen(listener, subscribe);
  await page.listen(listener, subscribe);
  expect(stopped).toBe(1);
});

test('a refresh that leaves the page stops what was subscribed', async () => {
  install();
  const leaving = {
    refresh(): void {
      page.stopListening(leaving);
    },
  };
  await page.listen(leaving, subscribe);
  expect(stopped).toBe(1);
});

test('what it listens to refreshes it', async () => {
  install();
  let change = (): void => undefined;
  await page.listen(listener, (_all, refresh) => {
    change = refresh;
    return [];
  });
  change();
  expect(refreshed).toBe(2);
});
