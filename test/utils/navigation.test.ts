import { createNavigation } from '../../miniprogram/utils/navigation';
import { createVisibility } from '../../miniprogram/services/visibility';
import { installWx } from '../support/world/fake-wx';

const HOME = '/pages/collect/collect';
const calls: string[] = [];
let depth = 2;
let bottom = 'pages/collect/collect';

beforeEach(() => {
  calls.length = 0;
  depth = 2;
  bottom = 'pages/collect/collect';
  const note =
    (name: string) =>
    async (options?: { url?: string; delta?: number }): Promise<void> => {
      calls.push([name, options?.url ?? options?.delta].join(' ').trim());
    };
  installWx({
    navigateTo: note('navigateTo'),
    redirectTo: note('redirectTo'),
    navigateBack: note('navigateBack'),
  });
  // Home below, any others on it.
  const getCurrentPages = (): unknown[] =>
    Array.from({ length: depth }, (_, index) => ({
      route: index === 0 ? bottom : `pages/p${String(index)}/p`,
      options: {},
    }));
  Object.defineProperty(globalThis, 'getCurrentPages', { value: getCurrentPages, writable: true });
});

test('open, replace and close are WeChat’s own', () => {
  const navigation = createNavigation((step) => {
    step();
  });
  navigation.open('/a');
  navigation.replace('/b');
  navigation.close(HOME);
  expect(calls).toEqual(['navigateTo /a', 'redirectTo /b', 'navigateBack']);
});

test('there is no way back from the only page: home takes its place', () => {
  depth = 1;
  createNavigation((step) => {
    step();
  }).close(HOME);
  expect(calls).toEqual([`redirectTo ${HOME}`]);
});

test.each([
  [3, 'pages/collect/collect', ['navigateBack 2']],
  [2, 'pages/collect/collect', ['navigateBack 1']],
  [1, 'pages/collect/collect', []],
  [2, 'pages/login/login', [`redirectTo ${HOME}`]],
  [1, 'pages/login/login', [`redirectTo ${HOME}`]],
])('back from %i pages on %s: %j', (pages, route, expected) => {
  depth = pages;
  bottom = route;
  createNavigation((step) => {
    step();
  }).back(HOME);
  expect(calls).toEqual(expected);
});

test('a fourth page takes the place of the third', () => {
  depth = 3;
  const { open } = createNavigation((step) => {
    step();
  });
  open('/pages/login/login');
  expect(calls).toEqual(['redirectTo /pages/login/login']);
});

test('asked for while hidden, the steps wait and happen in order; the stack is looked at then', () => {
  const visibility = createVisibility();
  const navigation = createNavigation(visibility.whenVisible);
  visibility.set(false);
  navigation.replace('/success');
  navigation.close(HOME);
  depth = 1;
  expect(calls).toEqual([]);
  visibility.set(true);
  expect(calls).toEqual(['redirectTo /success', `redirectTo ${HOME}`]);
});

test('a second tap for the same page opens it only once', () => {
  const page = { route: 'pages/pending/pending', options: { id: '7' } };
  const stack: unknown[] = [{ route: 'pages/collect/collect', options: {} }];
  Object.defineProperty(globalThis, 'getCurrentPages', { value: () => stack, writable: true });
  let complete = (): void => undefined;
  installWx({
    navigateTo: (options: { url: string; complete: () => void }) => {
      calls.push(options.url);
      complete = options.complete;
    },
  });
  const { open } = createNavigation((step) => {
    step();
  });
  open('/pages/pending/pending?id=7');
  open('/pages/pending/pending?id=7');
  stack.push(page);
  complete();
  // On its way since before the page was there.
  open('/pages/pending/pending?id=7');
  expect(calls).toEqual(['/pages/pending/pending?id=7']);
  stack.pop();
  open('/pages/pending/pending?id=7');
  expect(calls).toHaveLength(2);
});

test.each([
  [1, 'navigateTo /a'],
  [2, 'redirectTo /a'],
  [3, 'redirectTo /a'],
])('show, with %i pages open: above home there is one page', (pages, call) => {
  depth = pages;
  createNavigation((step) => {
    step();
  }).show('/a');
  expect(calls).toEqual([call]);
});

test('show: what is on top already stays', () => {
  createNavigation((step) => {
    step();
  }).show('/pages/p1/p');
  expect(calls).toEqual([]);
});
