import path from 'node:path';
import * as simulate from 'miniprogram-simulate';
import type { MiniProgram } from './apps';
import { screenOf, settle, type Screen } from './screen';
import { runScriptsFromSource } from './scripts';
import { installWx, type FakeWx } from './wx';

/** wcc prints all templates as one script, Vant's included. */
const WCC_OUTPUT_LIMIT = 64 * 1024 * 1024;

/** A component on the screen. */
export interface RenderedComponent extends Screen {
  /** `this` of its methods. */
  instance: Record<string, unknown>;
  wx: FakeWx;
  /** Listens from now on: the details of the events of this name, as they come. */
  listen(event: string): unknown[];
  detach(): void;
}

/** A page on the screen. */
export interface RenderedPage extends Screen {
  instance: Record<string, unknown>;
  wx: FakeWx;
  /** Another page, or another app, covers it. */
  hide(): Promise<void>;
  /** It is uncovered. */
  show(): Promise<void>;
  /** It is closed. */
  unload(): Promise<void>;
}

/** How a page is opened. */
export interface PageOptions {
  /** What stands behind `?` in its address. */
  query?: Record<string, string>;
  /** `wx` functions in place of the fake's. */
  wx?: Record<string, unknown>;
  /** Runs before the page is made: puts the services in place. */
  before?: () => void;
}

const loaded = new Map<string, string>();

/**
 * Loads a component or a page and everything it uses; `path` is written from the mini program's
 * root, as in app.json. A second call costs nothing.
 */
function loadComponent(app: MiniProgram, componentPath: string): string {
  const file = path.join(app.prepared, componentPath);
  const known = loaded.get(file);
  if (known !== undefined) return known;
  runScriptsFromSource();
  const id = simulate.load(file, path.basename(componentPath), {
    compiler: 'official',
    rootPath: app.prepared,
    compilerOptions: { maxBuffer: WCC_OUTPUT_LIMIT },
  });
  loaded.set(file, id);
  return id;
}

/** Renders one component by itself. */
export async function renderComponent(
  app: MiniProgram,
  componentPath: string,
  properties: Record<string, unknown> = {},
  wxOverrides: Record<string, unknown> = {},
): Promise<RenderedComponent> {
  const wx = installWx(wxOverrides);
  const rendered = simulate.render(loadComponent(app, componentPath), properties);
  rendered.attach(document.body);
  await settle();
  return {
    ...screenOf(rendered.dom),
    instance: rendered.instance,
    wx,
    listen: (event) => {
      const details: unknown[] = [];
      rendered.addEventListener(event, ({ detail }) => details.push(detail));
      return details;
    },
    detach: () => {
      rendered.detach();
    },
  };
}

/**
 * Opens a page: onLoad with its query, onShow, onReady, in WeChat's order. The query is handed to
 * the page's properties too, as WeChat does for pages made with `Component()`.
 */
export async function renderPage(
  app: MiniProgram,
  pagePath: string,
  { query = {}, wx: wxOverrides = {}, before }: PageOptions = {},
): Promise<RenderedPage> {
  const wx = installWx(wxOverrides);
  before?.();
  const rendered = simulate.render(loadComponent(app, pagePath), query);
  const { instance } = rendered;
  Object.assign(instance, { route: pagePath, options: query });
  Object.assign(globalThis, { getCurrentPages: () => [instance] });
  rendered.attach(document.body);
  const show = async (): Promise<void> => {
    rendered.triggerPageLifeTime('show');
    call(instance, 'onShow');
    await settle();
  };
  call(instance, 'onLoad', query);
  await show();
  call(instance, 'onReady');
  await settle();
  return {
    ...screenOf(rendered.dom),
    instance,
    wx,
    show,
    hide: async () => {
      rendered.triggerPageLifeTime('hide');
      call(instance, 'onHide');
      await settle();
    },
    unload: async () => {
      call(instance, 'onUnload');
      rendered.detach();
      await settle();
    },
  };
}

/** A page need not have every life-cycle method. */
function call(instance: Record<string, unknown>, method: string, ...args: unknown[]): void {
  const found = instance[method];
  if (typeof found === 'function') found.apply(instance, args);
}
