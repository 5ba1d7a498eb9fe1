import { Secret } from '../../../miniprogram/core/secret';
import { createLog, type Log, LOG_ENTRIES } from '../../../miniprogram/services/log/log';
import { VirtualClock } from '../../support/world/virtual-clock';

function newLog(secrets: () => readonly Secret<string>[] = () => []): Log {
  return createLog({ clock: new VirtualClock(), secrets });
}

const paths = (log: Log): unknown[] => log.entries().map(({ fields }) => fields['path']);

test('keeps the newest entries in order', () => {
  const log = newLog();
  for (let count = 0; count < LOG_ENTRIES + 3; count += 1) {
    log.write('info', 'page.notFound', { path: `p${String(count)}` });
  }
  expect(log.entries()).toHaveLength(LOG_ENTRIES);
  expect(paths(log)[0]).toBe('p3');
  expect(paths(log).at(-1)).toBe(`p${String(LOG_ENTRIES + 2)}`);
});

test('how the app started stays, however much has happened since', () => {
  const log = newLog();
  const none = { platform: '', system: '', model: '', wechat: '', library: '', server: '' };
  log.write('info', 'app.start', { version: '1', env: 'develop', ...none });
  for (let count = 0; count < LOG_ENTRIES + 3; count += 1) {
    expect(log.entries()).toHaveLength(count < LOG_ENTRIES ? count + 1 : LOG_ENTRIES + 1);
    expect(log.entries()[0]?.event).toBe('app.start');
    log.write('info', 'app.visible', { visible: true });
  }
});

test('masks the secrets in use', () => {
  const log = newLog(() => [new Secret('tok-9')]);
  log.write('info', 'page.notFound', { path: 'x?t=tok-9' });
  expect(paths(log)).toEqual(['x?t=[secret]']);
});

test('never throws: not by a listener, nor by what it is handed', () => {
  const log = newLog();
  const heard: string[] = [];
  log.onEntry(() => {
    throw new Error('a listener');
  });
  log.onEntry(({ event }) => heard.push(event));
  log.write('info', 'app.visible', { visible: true });
  expect(log.entries()).toHaveLength(1);
  expect(heard).toEqual(['app.visible']);
  const broken = newLog(() => {
    throw new Error('no secrets');
  });
  broken.write('info', 'app.visible', { visible: true });
  // What cannot be masked is not kept.
  expect(broken.entries()).toEqual([]);
});
