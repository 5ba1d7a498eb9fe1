import { createNetwork } from '../../miniprogram/utils/network';
import { type Callbacks, installWx, promising } from '../support/world/fake-wx';

test.each([
  ['wifi', true],
  ['5g', true],
  ['unknown', true],
  ['none', false],
])('%s: online %s', async (networkType, online) => {
  installWx({ getNetworkType: promising(({ success }) => success?.({ networkType })) });
  expect(await createNetwork().online()).toBe(online);
});

test('not knowing is no reason to stop', async () => {
  installWx({ getNetworkType: promising(({ fail }) => fail?.({})) });
  expect(await createNetwork().online()).toBe(true);
});

test('tells whether the network is weak: now, and at each change', () => {
  let change: (state: { weakNet: boolean }) => void = () => undefined;
  installWx({
    getNetworkType: ({ success }: Callbacks) => success?.({ networkType: 'wifi', weakNet: true }),
    onNetworkWeakChange: (listener: typeof change) => (change = listener),
  });
  const heard: boolean[] = [];
  createNetwork().onWeak((weak) => heard.push(weak));
  change({ weakNet: false });
  change({ weakNet: true });
  expect(heard).toEqual([true, false, true]);
});

test('tells each return of a connection, not its loss', () => {
  let change: (status: { isConnected: boolean }) => void = () => undefined;
  installWx({ onNetworkStatusChange: (listener: typeof change) => (change = listener) });
  const back = jest.fn();
  createNetwork().onReturn(back);
  change({ isConnected: false });
  expect(back).not.toHaveBeenCalled();
  change({ isConnected: true });
  expect(back).toHaveBeenCalledTimes(1);
});
