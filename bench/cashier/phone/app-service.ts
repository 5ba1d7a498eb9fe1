import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { collectGarbage } from './collect-garbage';
import { cpuTime } from './cpu-time';
import { type Definition, type Method, PageStack } from '../../../tools/engines/phone/page-stack';

export type { Instance } from '../../../tools/engines/phone/page-stack';

type Data = Record<string, unknown>;

interface AppDefinition {
  readonly onLaunch?: () => void;
  readonly onShow?: () => void;
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

/**
 * The script half of a mini program, without a view: modules, `App`, `Component`, a page stack. Just
 * enough to run an app's own start and payments with nothing else on the clock.
 */
export class AppService {
  readonly pages: PageStack;
  readonly lastSetData: LastSetData = { at: 0, route: '' };
  /** When the first page got its data, ms of `cpuTime`; 0: not yet. */
  firstData = 0;
  private readonly modules = new Map<string, Module>();
  private readonly lazy = new Map<string, string>();
  private readonly definitions = new Map<string, Definition>();
  private loading = '';
  private app: AppDefinition = {};

  constructor() {
    this.pages = new PageStack(
      (route) => {
        for (const component of this.needs(route)) this.require(component);
        this.require(route);
        return this.definitions.get(route) ?? {};
      },
      (route) => {
        this.lastSetData.at = cpuTime();
        this.lastSetData.route = route;
        if (this.firstData === 0) this.firstData = this.lastSetData.at;
      },
    );
  }

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
      App: (definition: AppDefinition) => {
        this.app = definition;
      },
      Component: (definition: Definition) => this.definitions.set(this.loading, definition),
      Page: (definition: Definition & Readonly<Record<string, Method>>) =>
        this.definitions.set(this.loading, { ...definition, methods: definition }),
      Behavior: (definition: Definition) => definition,
      getApp: () => this.app,
      getCurrentPages: () => this.pages.pages,
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
    this.pages.open(`/${firstPage}`);
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
}
