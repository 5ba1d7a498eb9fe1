import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { ComponentAsset, ProjectAssets } from '../../build/project';
import { instantiateStyle } from '../../build/style-binding';
import { defineBuiltins } from './builtins';
import { reportError } from '../errors';
import { checkSetData, type SetDataLog } from './set-data';

type Definition = {
  behaviors?: unknown[];
  data?: unknown;
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
};
type Caller = { is: string; _$: glassEasel.GeneralComponent; setData: SetData; data: unknown };
type SetData = (this: Caller, data: Record<string, unknown>, callback?: () => void) => void;
type StaticConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1];
type Template = glassEasel.template.ComponentTemplate;

const isNpm = (path: string): boolean => path.startsWith('miniprogram_npm/');

/** The components of the app in glass-easel: how they are registered, styled and checked. */
export class ComponentRegistry {
  readonly env = createEnv();
  readonly space: CodeSpace;
  /** Style sheets by component, ready for the page that shows them. */
  readonly sheets = new Map<string, string>();
  private readonly templates: Readonly<Record<string, Template['content']>>;
  private readonly registered = new Set<string>();
  private readonly waiting: glassEasel.GeneralComponent[] = [];

  constructor(
    private readonly assets: ProjectAssets,
    private readonly log: SetDataLog,
  ) {
    this.space = this.env.createCodeSpace('main', true);
    const base = this.env.getGlobalCodeSpace().getComponentSpace();
    defineBuiltins(base, this.space.getComponentSpace());
    this.templates = (0, eval)(assets.templates) as typeof this.templates;
    this.sheets.set('app', instantiateStyle(assets.appStyle, { scope: '', is: 'app' }));
    this.space.addStyleSheet('app', 'app');
    this.space.setOverallBehavior(this.overallBehavior());
  }

  isRegistered(path: string): boolean {
    return this.registered.has(path);
  }

  /** The `Component`, `Behavior` and `Page` that a component's script sees. */
  constructors(current: () => string): Record<string, unknown> {
    const take = (definition: Definition): Definition => this.prepare(current(), definition);
    const run = <T>(use: (env: Parameters<Parameters<CodeSpace['componentEnv']>[1]>[0]) => T): T =>
      this.space.componentEnv(current(), use);
    return {
      Component: (definition: Definition) => {
        const prepared = take(definition);
        run(({ Component }) => Component(prepared as never));
      },
      Page: (definition: Definition) => {
        const prepared = take(definition);
        run(({ Page }) => Page(prepared as never));
      },
      Behavior: (definition: Definition) =>
        run(({ Behavior }) => Behavior(withoutStrings(definition) as never)),
    };
  }

  private prepare(path: string, definition: Definition): Definition {
    const asset = this.assets.components[path];
    if (asset === undefined) throw new Error(`Component() 只能在页面或组件的脚本里调用`);
    if (definition.data !== undefined && !isNpm(path) && typeof definition.data === 'object') {
      checkSetData(definition.data, path);
    }
    const config = staticConfig(asset, definition);
    const isolation = config.styleIsolation as string;
    const shared = isolation === 'shared' || isolation === 'page-shared';
    const scope = shared ? '' : scopeName(path);
    this.space.addComponentStaticConfig(path, config);
    this.sheets.set(path, instantiateStyle(asset.style, { scope, is: path }));
    this.space.addStyleSheet(path, path, scope);
    const content = this.templates[path];
    if (content !== undefined) {
      this.space.addCompiledTemplate(path, {
        groupList: this.templates,
        content,
        fallbackListenerOnNativeNode: true,
      });
    }
    this.registered.add(path);
    return withoutStrings(definition);
  }

  /** What every component of the app gets: a checked setData, and `ready` after its first draw. */
  private overallBehavior(): glassEasel.GeneralBehavior {
    const { log } = this;
    const announce = (component: glassEasel.GeneralComponent): void => this.announce(component);
    return this.space
      .getComponentSpace()
      .defineBehavior({
        is: 'sim/overall',
        lifetimes: {
          created() {
            const caller = this as unknown as Caller;
            const send = caller.setData;
            if (!isNpm(caller.is)) log.addInitial(caller.data);
            caller.setData = function setData(data, callback) {
              // Vant keeps callbacks in its components' data: its own business.
              if (!isNpm(caller.is)) checkSetData(data, caller.is);
              log.add(data, caller.is);
              send.call(caller, data, callback);
            };
          },
          attached() {
            announce((this as unknown as Caller)._$);
          },
        },
      })
      .general();
  }

  /** Collects what was attached in one go: children are ready before what holds them. */
  private announce(component: glassEasel.GeneralComponent): void {
    this.waiting.push(component);
    if (this.waiting.length > 1) return;
    glassEasel.triggerRender(component, () => {
      for (const one of this.waiting.splice(0).reverse()) {
        if (glassEasel.Element.isAttached(one)) one.triggerLifetime('ready', []);
      }
    });
  }
}

/** Options are read when a space is made, so they come first. */
function createEnv(): MiniProgramEnv {
  // Vant has properties named `dataset` and `id`, which glass-easel would write over its own.
  glassEasel.globalOptions.writeFieldsToNode = false;
  glassEasel.globalOptions.writeIdToDOM = true;
  glassEasel.addGlobalWarningListener((message, component) => {
    const is = typeof component === 'string' ? component : component.is;
    // Vant sets properties that only some base libraries have: not ours to mend.
    if (is !== '' && !isNpm(is) && !is.startsWith('wx://')) console.warn(`${is}: ${message}`);
    return false;
  });
  // It would print them only; WeChat tells App.onError of what a handler throws.
  glassEasel.addGlobalErrorListener((error, method, component) => {
    const is = typeof component === 'string' ? component : component?.is;
    reportError(error, `${is ?? ''} ${method ?? ''}`.trim());
    return false;
  });
  return new MiniProgramEnv();
}

/** String behaviors (`wx://form-field`) are WeChat's own; glass-easel has none of them. */
function withoutStrings(definition: Definition): Definition {
  const behaviors = definition.behaviors?.filter((one) => typeof one !== 'string');
  return behaviors === undefined ? definition : { ...definition, behaviors };
}

function staticConfig(asset: ComponentAsset, definition: Definition): StaticConfig {
  const using = Object.entries(asset.using).map(([tag, path]) => [tag, `/${path}`] as const);
  return {
    ...asset.json,
    component: !asset.page,
    usingComponents: Object.fromEntries(using),
    styleIsolation: isolationOf(asset, definition),
  } as unknown as StaticConfig;
}

function isolationOf(asset: ComponentAsset, { options }: Definition): string {
  const own = options?.styleIsolation ?? asset.json['styleIsolation'];
  if (typeof own === 'string') return own;
  if (asset.page) return 'shared';
  const global = options?.addGlobalClass ?? asset.json['addGlobalClass'];
  return global === true ? 'apply-shared' : 'isolated';
}

/** A class prefix that is a valid name, readable in the browser's inspector and unique. */
function scopeName(path: string): string {
  let hash = 5381;
  for (const char of path) hash = (hash * 33) ^ (char.codePointAt(0) ?? 0);
  const name = path
    .replace(/\/index$/, '')
    .replace(/^.*\//, '')
    .replace(/[^\w-]/g, '-');
  return `${name}-${(hash >>> 0).toString(36)}`;
}
