import type * as glassEasel from 'glass-easel';
import type { LogicLane, ViewLane } from '../lanes';
import type { Widget } from './widget';

type Composed = glassEasel.composedBackend.Element;
type Rect = { left: number; top: number; width: number; height: number };

/** What every node of one page needs to know. */
export interface PageScene {
  readonly view: ViewLane;
  readonly logic: LogicLane;
  /** The page area: rectangles are counted from its corner. */
  readonly stage: HTMLElement;
  scopeName(id: number): string;
}

const GUID_PREFIX = /^[0-9a-f]+--/;

/**
 * The script's handle on one node of the view (glass-easel's "composed" backend). The DOM node is
 * made at once, but every change to it goes through the view lane.
 */
export class ViewElement implements Composed {
  __wxElement?: glassEasel.Element;
  widget: Widget | undefined;

  constructor(
    readonly scene: PageScene,
    readonly node: Node,
  ) {}

  private change(task: () => void): void {
    this.scene.view.push(task);
  }

  /** The node as an element; text nodes and fragments are never styled. */
  private get element(): HTMLElement {
    return this.node as HTMLElement;
  }

  release(): void {
    this.change(() => this.widget?.dispose());
  }

  associateValue(value: glassEasel.Element): void {
    this.__wxElement = value;
    VIEW_ELEMENTS.set(this.node, this);
    const is = (value as { is?: unknown }).is;
    if (typeof is === 'string' && this.widget === undefined) {
      this.change(() => this.element.setAttribute('wx-is', is));
    }
  }

  appendChild(child: ViewElement): void {
    this.change(() => this.node.appendChild(child.node));
  }

  removeChild(child: ViewElement): void {
    this.change(() => this.node.removeChild(child.node));
  }

  insertBefore(child: ViewElement, before: ViewElement): void {
    this.change(() => this.node.insertBefore(child.node, before.node));
  }

  replaceChild(child: ViewElement, old: ViewElement): void {
    this.change(() => this.node.replaceChild(child.node, old.node));
  }

  spliceBefore(before: ViewElement, deleteCount: number, list: ViewElement): void {
    this.change(() => {
      this.node.insertBefore(list.node, before.node);
      removeFrom(before.node, deleteCount);
    });
  }

  spliceAppend(list: ViewElement): void {
    this.change(() => this.node.appendChild(list.node));
  }

  spliceRemove(before: ViewElement, deleteCount: number): void {
    this.change(() => removeFrom(before.node, deleteCount));
  }

  setId(id: string): void {
    const own = id.replace(GUID_PREFIX, '');
    this.change(() => {
      if (own === '' || own === 'undefined') this.element.removeAttribute('id');
      else this.element.id = own;
    });
  }

  setStyleScope(styleScope: number, extraStyleScope?: number): void {
    const names = [styleScope, extraStyleScope ?? 0].map((id) => this.scene.scopeName(id));
    const text = names.filter((name) => name !== '').join(' ');
    if (text !== '') this.change(() => this.element.setAttribute('wx-s', text));
  }

  setStyle(styleText: string): void {
    this.change(() => this.element.setAttribute('style', inlineStyle(styleText)));
  }

  addClass(name: string, scope?: number): void {
    this.change(() => this.element.classList.add(this.className(name, scope)));
  }

  removeClass(name: string, scope?: number): void {
    this.change(() => this.element.classList.remove(this.className(name, scope)));
  }

  clearClasses(): void {
    this.change(() => this.element.removeAttribute('class'));
  }

  private className(name: string, scope = 0): string {
    const prefix = this.scene.scopeName(scope);
    return prefix === '' ? name : `${prefix}--${name}`;
  }

  setAttribute(name: string, value: unknown): void {
    this.change(() => {
      if (this.widget !== undefined) this.widget.set(name, value);
      else this.element.setAttribute(name, String(value));
    });
  }

  removeAttribute(name: string): void {
    this.change(() => {
      if (this.widget !== undefined) this.widget.set(name, false);
      else this.element.removeAttribute(name);
    });
  }

  setText(content: string): void {
    this.change(() => {
      this.node.textContent = content;
    });
  }

  /** Which events the template listens to: only some change how the view behaves. */
  setListenerStats(type: string, _capture: boolean, mutLevel: number): void {
    if (type === 'longpress' || type === 'longtap') LONGPRESS.add(this.node);
    // For the audit: what a finger must be able to hit.
    if (type === 'tap') this.change(() => this.element.setAttribute('wx-tap', ''));
    // `catch:touchmove` keeps what lies below from scrolling.
    if (type === 'touchmove' && mutLevel === 2) this.change(() => lockScroll(this.element));
  }

  /** Two-way binding goes through the element's own events; see builtins. */
  setModelBindingStat(): void {}

  getBoundingClientRect(callback: (rect: Rect) => void): void {
    this.measure(() => {
      const own = this.element.getBoundingClientRect();
      const stage = this.scene.stage.getBoundingClientRect();
      const { width, height } = own;
      return { left: own.left - stage.left, top: own.top - stage.top, width, height };
    }, callback);
  }

  getScrollOffset(callback: (offset: glassEasel.backend.ScrollOffset) => void): void {
    this.measure(() => {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = this.element;
      return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
    }, callback);
  }

  private measure<T>(read: () => T, callback: (result: T) => void): void {
    this.change(() => {
      const result = read();
      this.scene.logic.post(() => callback(result));
    });
  }
}

function removeFrom(first: Node, count: number): void {
  let node: Node | null = first;
  for (let left = count; left > 0 && node !== null; left -= 1) {
    const next: Node | null = node.nextSibling;
    node.parentNode?.removeChild(node);
    node = next;
  }
}

function lockScroll(element: HTMLElement): void {
  const stop = (event: Event): void => event.preventDefault();
  element.addEventListener('touchmove', stop, { passive: false });
  element.addEventListener('wheel', stop, { passive: false });
}

/** rpx in a `style` attribute; style sheets are rewritten when they are compiled. */
const inlineStyle = (text: string): string =>
  text.replace(
    /(-?(?:\d+\.?\d*|\.\d+))(rpx|vh|vw)\b/g,
    (_all, number: string, unit: string) => `calc(var(--wx-${unit}) * ${number})`,
  );

const VIEW_ELEMENTS = new WeakMap<Node, ViewElement>();
const LONGPRESS = new WeakSet<Node>();

/** The handle of the nearest node around `node` that belongs to the app. */
export function viewElementOf(node: Node | null): ViewElement | undefined {
  for (let at = node; at !== null; at = at.parentNode) {
    const found = VIEW_ELEMENTS.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a long press on `node` is listened to: then its end is no tap. */
export function listensToLongPress(node: Node | null): boolean {
  for (let at = node; at !== null; at = at.parentNode) {
    if (LONGPRESS.has(at)) return true;
  }
  return false;
}
