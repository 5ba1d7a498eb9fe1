import { createAppUpdate } from '../../miniprogram/utils/app-update';
import { installWx } from '../support/world/fake-wx';

test('passes on that a version is ready, and starts it', () => {
  const applyUpdate = jest.fn();
  const onUpdateReady = jest.fn((callback: () => void) => {
    callback();
  });
  installWx({ getUpdateManager: () => ({ onUpdateReady, applyUpdate }) });
  const update = createAppUpdate();
  const ready = jest.fn();
  update.onReady(ready);
  expect(ready).toHaveBeenCalledTimes(1);
  expect(applyUpdate).not.toHaveBeenCalled();
  update.restart();
  expect(applyUpdate).toHaveBeenCalledTimes(1);
});
