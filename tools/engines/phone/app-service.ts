import { type Definition, PageStack } from './page-stack';

/** What is uploaded, as far as a script engine sees it. */
export interface AppPackage {
  /** Routes, the first page first. */
  readonly pages: readonly string[];
  /** Components that each page needs, children first, as with `lazyCodeLoading`. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** Code by path without its ending. */
  readonly scripts: Readonly<Record<string, string>>;
}

interface AppDefinition {
  onLaunch?(): void;
  onShow?(): void;
  onError?(text: string): void;
}

type Script = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

/** Not in a function of ours: the script must see globals only. */
const evaluate = eval;

/** The script half of a mini program: modules, `App`, `Component`, pages. */
export class AppService {
  /** How often `App` was called. */
  apps = 0;
  readonly defined = new Map<string, Definition>();
  readonly stack: PageStack;
  private readonly modules = new Map<string, { exports: unknown }>();
  private app: AppDefinition = {};
  private loading = '';

  constructor(
    private readonly pack: AppPackage,
    onSetData: (route: string) => void,
  ) {
    this.stack = new PageStack((route) => {
      for (const component of pack.needs[route] ?? []) this.require(component);
      this.require(route);
      const definition = this.defined.get(route);
      if (definition === undefined) throw new Error(`${route} defined no page`);
      return definition;
    }, onSetData);
  }

  install(global: Record<string, unknown>): void {
    global['App'] = (app: AppDefinition) => {
      this.apps += 1;
      this.app = app;
    };
    global['Component'] = (definition: Definition) => {
      this.defined.set(this.loading, definition);
    };
    global['Page'] = (definition: Definition) => {
      this.defined.set(this.loading, { ...definition, methods: definition as never });
    };
    global['Behavior'] = (definition: unknown) => definition;
    global['getApp'] = () => this.app;
    global['getCurrentPages'] = () => this.stack.pages;
  }

  start(): void {
    this.require('app');
    this.app.onLaunch?.();
    this.app.onShow?.();
    this.stack.open(`/${this.pack.pages[0] ?? ''}`);
  }

  /** Tells the app of an error, as one text. */
  fail(thrown: unknown): void {
    this.app.onError?.(String(thrown));
  }

  /** Why each script that the engine cannot read is refused; empty where it reads all. */
  refusedScripts(): string[] {
    const refused: string[] = [];
    for (const name of Object.keys(this.pack.scripts)) {
      try {
        this.compile(name);
      } catch (error) {
        refused.push(`${name}.js: ${String(error)}`);
      }
    }
    return refused;
  }

  require(name: string): unknown {
    const known = this.modules.get(name);
    if (known !== undefined) return known.exports;
    const script = this.compile(name);
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(name, module);
    const before = this.loading;
    this.loading = name;
    script((target) => this.require(resolve(name, target)), module, module.exports);
    this.loading = before;
    return module.exports;
  }

  private compile(name: string): Script {
    const code = this.pack.scripts[name];
    if (code === undefined) throw new Error(`there is no script ${name}`);
    const place = `//# sourceURL=https://usr/${name}.js`;
    return evaluate(`(function(require,module,exports){${code}\n})\n${place}`) as Script;
  }
}

function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.replace(/\.js$/, '').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
