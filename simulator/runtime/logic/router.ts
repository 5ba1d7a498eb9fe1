import type { ProjectAssets } from '../../build/project';
import { pageWindow } from '../page-window';
import { Page, type PageHost, type PageInstance, type Query } from './page';

/** WeChat's limit for pages on top of each other. */
const STACK_LIMIT = 10;

class RouteError extends Error {}

/** The stack of open pages. Every change is made in WeChat's order of life-cycle calls. */
export class Router {
  private readonly stack: Page[] = [];

  constructor(
    private readonly host: PageHost,
    private readonly assets: ProjectAssets,
    /** Evaluates the page's script and those of its components. */
    private readonly loadPage: (path: string) => void,
  ) {}

  get pages(): PageInstance[] {
    return this.stack.map((page) => page.instance);
  }

  get top(): Page | undefined {
    return this.stack[this.stack.length - 1];
  }

  navigateTo(url: string): void {
    const { path, query } = this.target(url);
    if (this.stack.length >= STACK_LIMIT) {
      throw new RouteError(`webview count limit exceed: ${STACK_LIMIT}`);
    }
    this.top?.hide();
    this.open(path, query);
  }

  redirectTo(url: string): void {
    const { path, query } = this.target(url);
    this.stack.pop()?.unload();
    this.open(path, query);
  }

  reLaunch(url: string): void {
    const { path, query } = this.target(url);
    while (this.stack.length > 0) this.stack.pop()?.unload();
    this.open(path, query);
  }

  navigateBack(delta = 1): void {
    if (this.stack.length < 2) throw new RouteError('cannot navigate back at first page.');
    const left = Math.max(1, this.stack.length - Math.max(1, delta));
    while (this.stack.length > left) this.stack.pop()?.unload();
    this.top?.frame.show(true);
    this.top?.show();
  }

  /** The page a URL names, relative to the page on top. */
  private target(url: string): { path: string; query: Query } {
    const [address = '', search = ''] = url.split('?');
    const base = `/${this.top?.path ?? ''}`;
    const path = new URL(address, `http://page${base}`).pathname.slice(1);
    if (!this.assets.pages.includes(path)) throw new RouteError(`page "${path}" is not found`);
    return { path, query: parseQuery(search) };
  }

  private open(path: string, query: Query): void {
    this.loadPage(path);
    const { app, components, theme } = this.assets;
    const settings = pageWindow(app, components[path]?.json ?? {}, theme);
    const page = new Page(this.host, path, query, settings, this.backButton(path));
    for (const other of this.stack) other.frame.show(false);
    this.stack.push(page);
    page.frame.show(true);
    page.attach();
    page.load();
    // onLoad may have gone elsewhere at once.
    if (this.top !== page) return;
    page.show();
    page.announceReady();
  }

  private backButton(path: string): { label: string; onTap: () => void } | undefined {
    const first = this.assets.pages[0] ?? '';
    if (this.stack.length > 0) {
      const onTap = (): void => this.host.logic.post(() => this.navigateBack());
      return { label: '返回', onTap };
    }
    if (path === first) return undefined;
    return {
      label: '返回首页',
      onTap: () => this.host.logic.post(() => this.reLaunch(`/${first}`)),
    };
  }
}

/** WeChat hands the query over decoded once. */
export function parseQuery(search: string): Query {
  const query: Record<string, string> = {};
  for (const part of search.split('&')) {
    if (part === '') continue;
    const [name = '', ...value] = part.split('=');
    query[name] = decodeURIComponent(value.join('='));
  }
  return query;
}
