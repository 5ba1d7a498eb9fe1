import { createLog } from '../../miniprogram/services/log/log';
import { createTrouble } from '../../miniprogram/services/trouble';
import { VirtualClock } from '../support/world/virtual-clock';

test('each is written down, staff are told once', () => {
  const log = createLog({ clock: new VirtualClock(), secrets: () => [] });
  const trouble = createTrouble(log);
  const heard = jest.fn();
  trouble.subscribe(heard);
  expect(trouble.happened()).toBe(false);
  trouble.report('error', new Error('the first'));
  trouble.report('rejection', 'the second');
  expect(trouble.happened()).toBe(true);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(log.entries().map(({ event, fields }) => [event, fields])).toEqual([
    ['app.error', expect.objectContaining({ kind: 'error', message: 'the first' })],
    ['app.error', expect.objectContaining({ kind: 'rejection', message: 'the second' })],
  ]);
});
