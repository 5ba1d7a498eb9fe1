import type { LogicLane } from './lanes';
import type { AppInstance, LaunchOptions } from './logic/app';
import type { Router } from './logic/router';

/** How long an app in the background still runs (ms). */
const FREEZE_AFTER_MS = 5000;

type Listener = (options: LaunchOptions) => void;

/** Whether the app is on the screen. */
export class Visibility {
  readonly showListeners = new Set<Listener>();
  readonly hideListeners = new Set<() => void>();
  /** Told when the script is suspended: requests in flight are lost. */
  onFreeze: () => void = () => {};
  private hidden = false;
  private timer = 0;

  constructor(
    private readonly logic: LogicLane,
    private readonly app: AppInstance,
    private readonly router: Router,
    readonly launch: LaunchOptions,
  ) {}

  get visible(): boolean {
    return !this.hidden;
  }

  /** The user leaves the app; five seconds later its script stops. */
  hide(freezeAfter = FREEZE_AFTER_MS): void {
    this.leave();
    this.timer = window.setTimeout(() => {
      this.logic.freeze();
      this.onFreeze();
    }, freezeAfter);
  }

  show(): void {
    window.clearTimeout(this.timer);
    this.logic.thaw();
    this.enter();
  }

  /** Something of WeChat's own (the scanner) covers the app: it keeps running. */
  leave(): void {
    if (this.hidden) return;
    this.hidden = true;
    this.logic.arrive(() => {
      this.router.top?.hide();
      this.app.call('onHide');
      for (const listener of [...this.hideListeners]) listener();
    });
  }

  enter(): void {
    if (!this.hidden) return;
    this.hidden = false;
    this.logic.arrive(() => {
      this.app.call('onShow', this.launch);
      for (const listener of [...this.showListeners]) listener(this.launch);
      this.router.top?.show();
    });
  }
}
