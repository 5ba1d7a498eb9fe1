import { AppService } from '../../../tools/engines/phone/app-service';
import { StuckError, Timers } from '../../../tools/engines/phone/timers';

const pack = (scripts: Record<string, string>): ConstructorParameters<typeof AppService>[0] => ({
  pages: ['pages/a/a'],
  needs: { 'pages/a/a': ['components/c/c'] },
  scripts,
});

describe('the script half of a mini program', () => {
  const globals: Record<string, unknown> = {};
  const service = (scripts: Record<string, string>): AppService => {
    const app = new AppService(pack(scripts), () => undefined);
    app.install(globals);
    for (const [name, value] of Object.entries(globals)) {
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
    return app;
  };
  afterEach(() => {
    for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
  });

  test('modules find each other by paths, each runs once, a page’s components first', () => {
    const app = service({
      app: "require('./shared'); App({});",
      shared: "exports.seen = []; exports.seen.push('shared');",
      'pages/a/a':
        "const { seen } = require('../../shared.js'); seen.push('page');" +
        'Component({ data: { seen }, methods: { onLoad() { this.setData({ loaded: true }); } } });',
      'components/c/c': "require('../../shared').seen.push('component'); Component({});",
    });
    app.start();
    expect(app.apps).toBe(1);
    expect(app.stack.top()).toMatchObject({
      route: 'pages/a/a',
      data: { seen: ['shared', 'component', 'page'], loaded: true },
    });
  });

  test('each script that cannot be read is told by its name', () => {
    const app = service({ app: 'App({});', 'pages/a/a': 'var a = /(/;', 'components/c/c': '1 1' });
    expect(app.refusedScripts()).toEqual([
      expect.stringMatching(/^pages\/a\/a\.js: SyntaxError/),
      expect.stringMatching(/^components\/c\/c\.js: SyntaxError/),
    ]);
  });

  test('a page without a definition and a script that is not there are errors', () => {
    const scripts = { app: 'App({});', 'pages/a/a': '', 'components/c/c': 'Component({});' };
    expect(() => service(scripts).start()).toThrow('pages/a/a defined no page');
    expect(() => service({ app: "require('./gone')" }).start()).toThrow('no script gone');
  });
});

describe('a phone’s time', () => {
  test('passes from timer to timer, in their order', () => {
    const timers = new Timers(1_000);
    const seen: string[] = [];
    timers.after(50, () => seen.push(`b ${timers.now()}`));
    timers.after(10, () => {
      seen.push(`a ${timers.now()}`);
      timers.after(5, () => seen.push(`c ${timers.now()}`));
    });
    const cancelled = timers.after(20, () => seen.push('never'));
    timers.cancel(cancelled);
    for (let turn = 0; turn < 3; turn += 1) expect(timers.turn()).toBe(true);
    expect(seen).toEqual(['a 1010', 'c 1015', 'b 1050']);
    expect(() => timers.turn()).toThrow(StuckError);
    timers.end();
    expect(timers.turn()).toBe(false);
  });
});
