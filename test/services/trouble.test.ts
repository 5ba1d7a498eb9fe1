import { createTrouble } from '../../miniprogram/services/trouble';

test('is told once', () => {
  const trouble = createTrouble();
  const heard = jest.fn();
  trouble.subscribe(heard);
  expect(trouble.happened()).toBe(false);
  trouble.report();
  trouble.report();
  expect(trouble.happened()).toBe(true);
  expect(heard).toHaveBeenCalledTimes(1);
});
