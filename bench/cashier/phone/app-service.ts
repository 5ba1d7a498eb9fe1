import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { collectGarbage } from './collect-garbage';
import { cpuTime } from './cpu-time';

type Data = Record<string, unknown>;
type Method = (this: Instance, ...args: unknown[]) => unknown;

interface Definition {
  readonly data?: Data;
  readonly methods?: Readonly<Record<string, Method>>;
  readonly lifetimes?: Readonly<Record<string, Method>>;
  readonly onLaunch?: () => void;
  readonly onShow?: () => void;
}

/** A page as its script sees itself. */
export interface Instance {
  readonly data: Data;
  readonly route: string;
  readonly options: Record<string, string>;
  setData(data: Data): void;
  readonly [name: string]: unknown;
}

/** When something happened on the page on top, ms of `cpuTime`. */
export interface LastSetData {
  at: number;
  route: string;
}

interface Module {
  readonly requires: Readonly<Record<string, string>>;
  readonly run: (
    require: (name: string) => unknown,
    module: { exports: unknown },
    exports: unknown,
  ) => void;
  loaded?: { exports: unknown };
}

/** What a framework asks of a page besides, on a page without components. */
const ASKED_BY_FRAMEWORKS = {
  properties: {},
  selectComponent: () => null,
  selectAllComponents: () => [],
  triggerEvent: () => undefined,
};

/**
 * The script half of a mini program, without a view: modules, `App`, `Component`, a page stack. Just
 * enough to run an app's own start and payments with nothing else on the clock.
 */
export class AppService {
  readonly stack: Instance[] = [];
  readonly lastSetData: LastSetData = { at: 0, route: '' };
  /** When the first page got its data, ms of `cpuTime`; 0: not yet. */
  firstData = 0;
  private readonly modules = new Map<string, Module>();
  private readonly lazy = new Map<string, string>();
  private readonly definitions = new Map<string, Definition>();
  private loading = '';
  private app: Definition = {};

  /** Runs the bundle, the app and its first page. @returns when it began, ms of `cpuTime` */
  start(bundle: string, firstPage: string): number {
    // What is on the phone already when the script begins.
    const packed = JSON.parse(readFileSync(bundle, 'utf8')) as {
      app: string;
      components: Record<string, string>;
    };
    for (const [name, code] of Object.entries(packed.components)) this.lazy.set(name, code);
    const globals: Data = {
      define: (name: string, requires: Module['requires'], run: Module['run']) => {
        this.modules.set(name, { requires, run });
      },
      App: (definition: Definition) => {
        this.app = definition;
      },
      Component: (definition: Definition) => this.definitions.set(this.loading, definition),
      Page: (definition: Definition & Readonly<Record<string, Method>>) =>
        this.definitions.set(this.loading, { ...definition, methods: definition }),
      Behavior: (definition: Definition) => definition,
      getApp: () => this.app,
      getCurrentPages: () => this.stack,
    };
    for (const [name, value] of Object.entries(globals)) {
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
    collectGarbage('all');
    const began = cpuTime();
    runInThisContext(packed.app, { filename: 'app-service.js' });
    this.require('app');
    this.app.onLaunch?.();
    this.app.onShow?.();
    this.open(`/${firstPage}`);
    return began;
  }

  /** Components of the page come first, as with `lazyCodeLoading`. */
  needs: (page: string) => readonly string[] = () => [];

  require(name: string): unknown {
    const code = this.lazy.get(name);
    if (code !== undefined) {
      this.lazy.delete(name);
      runInThisContext(code, { filename: name });
    }
    const module = this.modules.get(name);
    if (module === undefined) throw new Error(`no module ${name}`);
    if (module.loaded !== undefined) return module.loaded.exports;
    const loaded: { exports: unknown } = { exports: {} };
    module.loaded = loaded;
    const before = this.loading;
    this.loading = name;
    module.run((target) => this.require(module.requires[target] ?? target), loaded, loaded.exports);
    this.loading = before;
    return loaded.exports;
  }

  open(url: string): void {
    this.call(this.stack[this.stack.length - 1], 'onHide');
    this.push(url);
  }

  replace(url: string): void {
    this.call(this.stack.pop(), 'onUnload');
    this.push(url);
  }

  back(): void {
    this.call(this.stack.pop(), 'onUnload');
    this.call(this.stack[this.stack.length - 1], 'onShow');
  }

  call(page: Instance | undefined, method: string, ...args: unknown[]): unknown {
    const found = page?.[method];
    return typeof found === 'function'
      ? (found as Method).apply(page as Instance, args)
      : undefined;
  }

  private push(url: string): void {
    const [route = '', query = ''] = url.slice(1).split('?');
    const options = Object.fromEntries(
      query.split('&').flatMap((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return name === '' ? [] : [[name, value]];
      }),
    ) as Record<string, string>;
    for (const component of this.needs(route)) this.require(component);
    this.require(route);
    const { data = {}, methods = {}, lifetimes = {} } = this.definitions.get(route) ?? {};
    const { lastSetData } = this;
    const noteFirst = (at: number): void => {
      if (this.firstData === 0) this.firstData = at;
    };
    const page: Instance = {
      ...ASKED_BY_FRAMEWORKS,
      ...methods,
      data: JSON.parse(JSON.stringify(data)) as Data,
      route,
      options,
      setData(change) {
        // What crosses to the view is copied.
        Object.assign(this.data, JSON.parse(JSON.stringify(change)));
        lastSetData.at = cpuTime();
        lastSetData.route = route;
        noteFirst(lastSetData.at);
      },
    };
    this.stack.push(page);
    lifetimes['created']?.call(page);
    lifetimes['attached']?.call(page);
    this.call(page, 'onLoad', options);
    this.call(page, 'onShow');
    this.call(page, 'onReady');
  }
}
