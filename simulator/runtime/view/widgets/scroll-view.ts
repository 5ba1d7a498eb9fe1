import { isTrue, text, Widget } from '../widget';

export class ScrollViewWidget extends Widget {
  private lower = 50;
  private upper = 50;

  constructor(...args: ConstructorParameters<typeof Widget>) {
    super(...args);
    this.node.addEventListener('scroll', () => this.onScroll());
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'scroll-x') this.node.style.overflowX = isTrue(value) ? 'auto' : 'hidden';
    else if (name === 'scroll-y') this.node.style.overflowY = isTrue(value) ? 'auto' : 'hidden';
    else if (name === 'scroll-top') this.node.scrollTop = Number(value);
    else if (name === 'scroll-left') this.node.scrollLeft = Number(value);
    else if (name === 'upper-threshold') this.upper = Number(value);
    else if (name === 'lower-threshold') this.lower = Number(value);
    else if (name === 'scroll-into-view' && text(value) !== '') {
      this.node.querySelector(`#${CSS.escape(text(value))}`)?.scrollIntoView();
    }
  }

  private onScroll(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = this.node;
    this.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
    if (scrollTop <= this.upper) this.emit('scrolltoupper', { direction: 'top' });
    if (scrollHeight - clientHeight - scrollTop <= this.lower) {
      this.emit('scrolltolower', { direction: 'bottom' });
    }
  }
}
