import type * as glassEasel from 'glass-easel';
import type { AssociatedBackend } from 'glass-easel-miniprogram-adapter';
import type { LogicLane, ViewLane } from '../lanes';
import type { PageWindow } from '../page-window';
import { reportError } from '../errors';
import { PageContext } from '../view/context';
import { ViewElement, type PageScene } from '../view/element';
import { PageFrame } from '../view/frame';
import { PointerInput } from '../view/pointer';
import type { ComponentRegistry } from './component-registry';

export type Query = Readonly<Record<string, string>>;

/** What the app sees of a page in getCurrentPages(). */
export interface PageInstance {
  route: string;
  options: Query;
  onLoad?(query: Query): unknown;
  onShow?(): unknown;
  onReady?(): unknown;
  onHide?(): unknown;
  onUnload?(): unknown;
}

export interface PageHost {
  readonly registry: ComponentRegistry;
  readonly logic: LogicLane;
  readonly view: ViewLane;
  /** The element that holds the pages. */
  readonly screen: HTMLElement;
}

type Root = ReturnType<AssociatedBackend['createRoot']>;
type Hook = 'onShow' | 'onReady' | 'onHide' | 'onUnload';

/** One open page: its components, its view, and when WeChat tells it what. */
export class Page {
  readonly instance: PageInstance;
  readonly frame: PageFrame;
  private readonly root: Root;
  private readonly scene: PageScene;
  private readonly context: PageContext;
  private shown = false;

  constructor(
    host: PageHost,
    readonly path: string,
    query: Query,
    settings: PageWindow,
    back: ConstructorParameters<typeof PageFrame>[1],
  ) {
    const { registry } = host;
    this.frame = new PageFrame(settings, back);
    host.screen.append(this.frame.node);
    new PointerInput(this.frame.stage);
    const scene: PageScene = {
      view: host.view,
      logic: host.logic,
      stage: this.frame.stage,
      scopeName: (id) => registry.space.getComponentSpace().styleScopeManager.queryName(id) ?? '',
    };
    this.scene = scene;
    this.context = new PageContext(scene, this.frame.styles, this.frame.scroller);
    for (const [name, css] of registry.sheets) {
      this.context.registerStyleSheetContent(name, css);
    }
    const backend = registry.env.associateBackend(this.context);
    this.root = backend.createRoot('page', registry.space, `/${path}`);
    this.instance = this.root.get() as unknown as PageInstance;
    this.instance.route = path;
    this.instance.options = query;
  }

  /** Once the page is on the stack: its components may ask for the pages when they attach. */
  attach(): void {
    const placeholder = new ViewElement(this.scene, document.createComment('page'));
    const parent = this.context.getRootNode();
    parent.node.appendChild(placeholder.node);
    this.root.attach(parent, placeholder);
  }

  get component(): glassEasel.GeneralComponent {
    return this.root.getComponent();
  }

  load(): void {
    this.guard('onLoad', () => this.instance.onLoad?.(this.instance.options));
  }

  show(): void {
    if (this.shown) return;
    this.shown = true;
    this.call('onShow');
    this.component.triggerPageLifetime('show', []);
  }

  /** After the first drawing, once. */
  announceReady(): void {
    this.component.getBackendContext()?.render(() => this.call('onReady'));
  }

  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.call('onHide');
    this.component.triggerPageLifetime('hide', []);
  }

  unload(): void {
    this.shown = false;
    this.call('onUnload');
    this.root.release();
    this.frame.node.remove();
  }

  private call(hook: Hook): void {
    this.guard(hook, () => this.instance[hook]?.());
  }

  private guard(hook: string, run: () => unknown): void {
    try {
      run();
    } catch (error) {
      reportError(error, `${this.path} ${hook}`);
    }
  }
}
