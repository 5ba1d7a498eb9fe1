import { applyPageMeta } from '../font-size';
import type { PageWindow } from '../page-window';

/** Fired when the person leaves the app by its capsule. */
export const CLOSE_EVENT = 'sim-close';

const closeEvent = (): Event => new Event(CLOSE_EVENT, { bubbles: true });

/** What of a page the simulator draws itself: the navigation bar and the area below it. */
export class PageFrame {
  readonly node = document.createElement('section');
  /** The page area: what `position: fixed` and 100vh refer to. */
  readonly stage = document.createElement('div');
  readonly scroller = document.createElement('div');
  readonly styles = document.createElement('div');
  private readonly title = document.createElement('h1');

  constructor(
    private readonly settings: PageWindow,
    back: { readonly label: string; readonly onTap: () => void } | undefined,
  ) {
    this.node.className = 'sim-page';
    this.stage.className = 'sim-stage';
    this.scroller.className = 'sim-scroller';
    this.stage.append(this.scroller);
    this.node.append(this.styles);
    if (!settings.custom) this.node.append(this.navigationBar(back));
    this.node.append(this.stage);
    this.setTitle(settings.title);
    this.node.style.setProperty('--sim-nav-bg', settings.navigationBackground);
    this.node.style.setProperty('--sim-page-bg', settings.background);
    this.node.style.setProperty('--sim-nav-text', settings.navigationText);
  }

  private navigationBar(
    back: { readonly label: string; readonly onTap: () => void } | undefined,
  ): HTMLElement {
    const bar = document.createElement('header');
    bar.className = 'sim-nav';
    if (back !== undefined) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = back.label === '返回' ? 'sim-back' : 'sim-home';
      button.setAttribute('aria-label', back.label);
      button.addEventListener('click', back.onTap);
      bar.append(button);
    }
    const capsule = document.createElement('div');
    capsule.className = 'sim-capsule';
    capsule.ariaHidden = 'true';
    capsule.title = '右半边：离开小程序（切后台）';
    capsule.addEventListener('click', ({ offsetX }) => {
      if (offsetX > capsule.clientWidth / 2) this.node.dispatchEvent(closeEvent());
    });
    bar.append(this.title, capsule);
    return bar;
  }

  setTitle(title: string): void {
    this.title.textContent = title;
    if (this.node.isConnected) document.title = title;
  }

  /** Only the page on top is drawn, and only its styles count. */
  show(visible: boolean): void {
    this.node.hidden = !visible;
    for (const sheet of this.styles.querySelectorAll('style')) sheet.disabled = !visible;
    if (!visible) return;
    document.title = this.settings.custom ? this.settings.title : this.title.textContent;
    applyPageMeta(this.node);
  }
}
