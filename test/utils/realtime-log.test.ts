import { logEntry } from '../../miniprogram/core/log-entry';
import { createRealtimeLog } from '../../miniprogram/utils/realtime-log';
import { installWx } from '../support/world/fake-wx';

const entry = logEntry(0, 'warn', 'app.visible', { visible: true });

test('hands each entry on, by its level', () => {
  const told: unknown[] = [];
  const manager = { warn: (text: string) => told.push(text) };
  installWx({ canIUse: () => true, getRealtimeLogManager: () => manager });
  createRealtimeLog()(entry);
  expect(told).toEqual([expect.stringMatching(/ warn app\.visible visible=true$/)]);
});

test('where WeChat has none, nothing happens', () => {
  installWx({ canIUse: (name: string) => name !== 'getRealtimeLogManager' });
  expect(() => createRealtimeLog()(entry)).not.toThrow();
});
