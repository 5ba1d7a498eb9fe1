import { createVisibility } from '../../miniprogram/services/visibility';

test('tells changes, not repetitions', () => {
  const visibility = createVisibility();
  const heard: boolean[] = [];
  visibility.subscribe((visible) => heard.push(visible));
  expect(visibility.visible()).toBe(true);
  visibility.set(true);
  visibility.set(false);
  visibility.set(false);
  visibility.set(true);
  expect(heard).toEqual([false, true]);
});

test('steps run now while visible; while hidden they wait, in order, once', () => {
  const visibility = createVisibility();
  const steps: string[] = [];
  const step = (name: string) => (): void => void steps.push(name);
  visibility.whenVisible(step('a'));
  expect(steps).toEqual(['a']);
  visibility.set(false);
  visibility.whenVisible(step('b'));
  visibility.whenVisible(step('c'));
  expect(steps).toEqual(['a']);
  visibility.set(true);
  expect(steps).toEqual(['a', 'b', 'c']);
  visibility.set(false);
  visibility.set(true);
  expect(steps).toEqual(['a', 'b', 'c']);
});

test('listeners hear of the return before the waiting steps run', () => {
  const visibility = createVisibility();
  const order: string[] = [];
  visibility.set(false);
  visibility.whenVisible(() => order.push('step'));
  visibility.subscribe(() => order.push('listener'));
  visibility.set(true);
  expect(order).toEqual(['listener', 'step']);
});
