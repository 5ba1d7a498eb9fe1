import type { LogicLane } from '../lanes';
import type { Router } from '../logic/router';
import type { Visibility } from '../visibility';
import type { ScanSheet } from './scan-sheet';

/** How long a page takes to slide away (ms). */
const SLIDE_MS = 220;

interface Parts {
  readonly logic: LogicLane;
  readonly router: Router;
  readonly visibility: Visibility;
  readonly sheet: ScanSheet;
  readonly layer: HTMLElement;
}

/**
 * The phone's own ways back, which the app is not asked about: Android's key and iOS's swipe from the
 * left edge. On the first page both leave the app, which goes to the background.
 */
export class GoingBack {
  constructor(private readonly parts: Parts) {}

  /** Android's back key. */
  pressKey(): void {
    if (this.possible && !this.parts.sheet.cancel()) this.goBack();
  }

  /** The whole swipe, as a finger would do it. */
  swipe(): void {
    if (!this.possible || this.parts.sheet.cancel()) return;
    const page = this.swipeable;
    if (page !== undefined) this.finishSwipe(page);
  }

  /** The page that a finger at the edge may take along. */
  get swipeable(): HTMLElement | undefined {
    return this.possible ? this.parts.router.top?.frame.node : undefined;
  }

  /** Lets the page slide away and goes back, unless the app has changed the page meanwhile. */
  finishSwipe(page: HTMLElement): void {
    slide(page, '100%');
    window.setTimeout(() => {
      slide(page, '');
      if (this.swipeable === page) this.goBack();
    }, SLIDE_MS);
  }

  /** The finger has thought better of it. */
  undoSwipe(page: HTMLElement): void {
    slide(page, '0');
    window.setTimeout(() => slide(page, ''), SLIDE_MS);
  }

  /** Not while another app is on the screen, nor before a dialog of WeChat's own is answered. */
  private get possible(): boolean {
    const { visibility, layer } = this.parts;
    return visibility.state === 'foreground' && layer.querySelector('.sim-modal') === null;
  }

  private goBack(): void {
    const { router, logic, visibility } = this.parts;
    if (router.pages.length > 1) logic.post(() => router.navigateBack(), 0);
    else visibility.hide();
  }
}

function slide(page: HTMLElement, to: string): void {
  page.style.transition = to === '' ? '' : `transform ${SLIDE_MS}ms ease-out`;
  page.style.transform = to === '' ? '' : `translateX(${to})`;
}
