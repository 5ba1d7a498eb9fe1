import type * as glassEasel from 'glass-easel';
import { COMPOSED } from '../glass-easel-enums';
import { ViewElement, type PageScene } from './element';
import { createWidget } from './widgets';

type Context = glassEasel.composedBackend.Context;

/** One page's view: WeChat gives every page a web view of its own. */
export class PageContext implements Context {
  readonly mode = COMPOSED;
  private readonly root: ViewElement;
  private readonly sheets = new Map<string, string>();

  constructor(
    private readonly scene: PageScene,
    private readonly styles: HTMLElement,
    scroller: HTMLElement,
  ) {
    this.root = new ViewElement(scene, scroller);
  }

  destroy(): void {}

  getWindowWidth(): number {
    return this.scene.stage.clientWidth;
  }

  getWindowHeight(): number {
    return this.scene.stage.clientHeight;
  }

  getDevicePixelRatio(): number {
    return window.devicePixelRatio;
  }

  getTheme(): string {
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  registerStyleSheetContent(path: string, content: unknown): void {
    this.sheets.set(path, String(content));
  }

  appendStyleSheetPath(path: string): number {
    const sheet = document.createElement('style');
    sheet.dataset['wxss'] = path;
    sheet.textContent = this.sheets.get(path) ?? '';
    this.styles.append(sheet);
    return this.styles.childElementCount - 1;
  }

  disableStyleSheet(index: number): void {
    this.styles.children[index]?.remove();
  }

  /** When all that was changed so far has been drawn. */
  render(callback: (error: Error | null) => void): void {
    this.scene.view.push(() => {
      this.scene.logic.post(() => callback(null));
    });
  }

  getRootNode(): ViewElement {
    return this.root;
  }

  createElement(logicalName: string, stylingName: string): ViewElement {
    const node = document.createElement(`wx-${stylingName}`);
    const element = new ViewElement(this.scene, node);
    element.widget = createWidget(logicalName, element, node);
    return element;
  }

  createTextNode(content: string): ViewElement {
    return new ViewElement(this.scene, document.createTextNode(content));
  }

  createFragment(): ViewElement {
    return new ViewElement(this.scene, document.createDocumentFragment());
  }

  /** Events are dispatched by `emit`, not by glass-easel's own listener. */
  onEvent(): void {}
}
