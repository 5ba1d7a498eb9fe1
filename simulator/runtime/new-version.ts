import type { LogicLane } from './lanes';

type Check = (result: { hasUpdate: boolean }) => void;

/** A newer version of the app, which WeChat has fetched while the old one runs. */
export class NewVersion {
  private readonly checks: Check[] = [];
  private readonly readies: (() => void)[] = [];
  private ready = false;

  constructor(
    private readonly logic: LogicLane,
    /** Starts the app anew. */
    private readonly restart: () => void,
  ) {}

  /** WeChat has found one and fetched it. */
  offer(): void {
    this.ready = true;
    this.logic.post(() => {
      for (const listener of this.checks) listener({ hasUpdate: true });
      for (const listener of this.readies) listener();
    });
  }

  /** wx.getUpdateManager */
  get manager(): Record<string, unknown> {
    return {
      onCheckForUpdate: (listener: Check) => {
        this.checks.push(listener);
        this.logic.post(() => listener({ hasUpdate: this.ready }));
      },
      onUpdateReady: (listener: () => void) => {
        this.readies.push(listener);
        if (this.ready) this.logic.post(listener);
      },
      // Fetching never fails here: the files are on the same machine.
      onUpdateFailed: () => {},
      applyUpdate: () => {
        if (this.ready) this.restart();
      },
    };
  }
}
