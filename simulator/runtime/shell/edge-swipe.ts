import type { GoingBack } from './going-back';

/** How far from the left edge a swipe may start, and how far it must go to be one (px). */
const EDGE = 24;
const STARTS_AT = 10;
/** The share of the width after which letting go goes back. */
const ENOUGH = 0.35;

interface Swipe {
  readonly pointer: number;
  readonly page: HTMLElement;
  readonly x: number;
  readonly y: number;
  /** Still a touch of the app's, until it has moved far enough. */
  taken: boolean;
}

/** The swipe from the left edge: the page follows the finger and goes when it has gone far enough. */
export class EdgeSwipe {
  private swipe: Swipe | undefined;

  constructor(
    private readonly screen: HTMLElement,
    private readonly goingBack: GoingBack,
  ) {
    screen.addEventListener('pointerdown', (event) => this.onDown(event), { capture: true });
    screen.addEventListener('pointermove', (event) => this.onMove(event), { capture: true });
    screen.addEventListener('pointerup', (event) => this.onEnd(event), { capture: true });
    screen.addEventListener('pointercancel', (event) => this.onEnd(event), { capture: true });
  }

  private onDown(event: PointerEvent): void {
    const page = this.goingBack.swipeable;
    const from = event.clientX - this.screen.getBoundingClientRect().left;
    if (page === undefined || from > EDGE || event.button > 0) return;
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    this.swipe = { pointer, page, x, y, taken: false };
  }

  private onMove(event: PointerEvent): void {
    const { swipe } = this;
    if (swipe === undefined || event.pointerId !== swipe.pointer) return;
    const across = event.clientX - swipe.x;
    const along = Math.abs(event.clientY - swipe.y);
    if (!swipe.taken && along > STARTS_AT && along >= across) this.swipe = undefined;
    else if (!swipe.taken && across > STARTS_AT) this.take(swipe, event);
    if (swipe.taken) swipe.page.style.transform = `translateX(${Math.max(0, across)}px)`;
  }

  /** From here on the finger is not the app's: its touch ends as a cancelled one, without a tap. */
  private take(swipe: Swipe, event: PointerEvent): void {
    const { pointerId } = event;
    const cancel = new PointerEvent('pointercancel', { pointerId, bubbles: true });
    this.swipe = undefined;
    event.target?.dispatchEvent(cancel);
    swipe.taken = true;
    this.swipe = swipe;
    this.screen.setPointerCapture(pointerId);
    // A mouse would mark text on its way.
    this.screen.classList.add('sim-swiping');
    document.getSelection()?.removeAllRanges();
  }

  private onEnd(event: PointerEvent): void {
    const { swipe } = this;
    if (swipe === undefined || event.pointerId !== swipe.pointer) return;
    this.swipe = undefined;
    this.screen.classList.remove('sim-swiping');
    if (!swipe.taken) return;
    const share = (event.clientX - swipe.x) / this.screen.clientWidth;
    if (event.type === 'pointerup' && share > ENOUGH) this.goingBack.finishSwipe(swipe.page);
    else this.goingBack.undoSwipe(swipe.page);
  }
}
