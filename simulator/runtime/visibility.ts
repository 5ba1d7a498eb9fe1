import { announceChange } from './changes';
import type { LogicLane } from './lanes';
import type { AppInstance, LaunchOptions } from './logic/app';
import type { Router } from './logic/router';

/** How long an app in the background still runs (ms). */
export const FREEZE_AFTER_MS = 5000;

/** In the background the script runs on for a while; then it is suspended. */
export type AppState = 'foreground' | 'background' | 'suspended';

type Listener = (options: LaunchOptions) => void;

/** Whether the app is on the screen, and what it is told of it. */
export class Visibility {
  readonly showListeners = new Set<Listener>();
  readonly hideListeners = new Set<() => void>();
  /** Told when the script is suspended: requests in flight are lost. */
  onFreeze: () => void = () => {};
  private current: AppState = 'foreground';
  /** Something of WeChat's own (the scanner) lies over the app. */
  private covered = false;
  /** What the app was told last. */
  private told = true;
  private timer = 0;

  constructor(
    private readonly logic: LogicLane,
    private readonly app: AppInstance,
    private readonly router: Router,
    readonly launch: LaunchOptions,
  ) {}

  get state(): AppState {
    return this.current;
  }

  /** The user leaves the app; five seconds later its script stops. */
  hide(freezeAfter = FREEZE_AFTER_MS): void {
    if (this.current === 'suspended') return;
    window.clearTimeout(this.timer);
    this.enterState('background');
    this.timer = window.setTimeout(() => this.suspend(), freezeAfter);
  }

  /** The user comes back: what was due meanwhile runs first, then the app learns that it is shown. */
  show(): void {
    window.clearTimeout(this.timer);
    this.logic.thaw();
    this.enterState('foreground');
  }

  /** Something of WeChat's own covers the app: it keeps running. */
  leave(): void {
    this.covered = true;
    this.tell();
  }

  enter(): void {
    this.covered = false;
    this.tell();
  }

  private suspend(): void {
    this.logic.freeze();
    this.onFreeze();
    this.enterState('suspended');
  }

  private enterState(state: AppState): void {
    this.current = state;
    this.tell();
    announceChange();
  }

  private tell(): void {
    const visible = this.current === 'foreground' && !this.covered;
    if (visible === this.told) return;
    this.told = visible;
    this.logic.arrive(() => (visible ? this.tellShown() : this.tellHidden()));
  }

  private tellHidden(): void {
    this.router.top?.hide();
    this.app.call('onHide');
    for (const listener of [...this.hideListeners]) listener();
  }

  private tellShown(): void {
    this.app.call('onShow', this.launch);
    for (const listener of [...this.showListeners]) listener(this.launch);
    this.router.top?.show();
  }
}
