import { createObservable } from '../../miniprogram/utils/observable';

test('tells every listener, in the order they came, until they stop', () => {
  const changes = createObservable<number>();
  const heard: string[] = [];
  const stop = changes.subscribe((value) => heard.push(`a${String(value)}`));
  changes.subscribe((value) => heard.push(`b${String(value)}`));
  changes.emit(1);
  stop();
  stop();
  changes.emit(2);
  expect(heard).toEqual(['a1', 'b1', 'b2']);
});

test('a listener that stops itself or another while told disturbs nobody', () => {
  const changes = createObservable<string>();
  const heard: string[] = [];
  const stopFirst = changes.subscribe(() => {
    heard.push('first');
    stopFirst();
  });
  changes.subscribe(() => heard.push('second'));
  changes.emit('x');
  changes.emit('y');
  expect(heard).toEqual(['first', 'second', 'second']);
});

test('a listener that comes while told hears from the next change on', () => {
  const changes = createObservable<number>();
  const heard: number[] = [];
  const stop = changes.subscribe(() => {
    stop();
    changes.subscribe((value) => heard.push(value));
  });
  changes.emit(1);
  changes.emit(2);
  expect(heard).toEqual([2]);
});

test('one listener that throws keeps nobody from hearing, and is not silent', () => {
  const changes = createObservable<number>();
  const heard: number[] = [];
  changes.subscribe(() => {
    throw new Error('a mistake in a page');
  });
  changes.subscribe((value) => heard.push(value));
  expect(() => {
    changes.emit(1);
  }).toThrow('a mistake in a page');
  expect(heard).toEqual([1]);
});
