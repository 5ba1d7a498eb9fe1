import { settings as shipped, type Settings } from '../../../miniprogram/config/settings';
import { ScanFailedError } from '../../../miniprogram/core/errors/scan-failed-error';
import { parseServerAddress } from '../../../miniprogram/core/server-address';
import { openServices } from '../../../miniprogram/services/open-services';
import { createVisibility } from '../../../miniprogram/services/visibility';
import type { World } from '../run/world';
import { AppProcess, never } from './app-process';
import { phonePlatform } from './phone-platform';

/** WeChat suspends a hidden app after this. */
const SUSPENDED_AFTER = 5_000;

/** One till: a phone, what is stored on it, and the run of the app on it. */
export class Phone {
  readonly disk = new Map<string, string>();
  /** What is in encrypted storage. */
  readonly vault = new Map<string, string>();
  /** Phone's clock minus true time, ms. */
  clockOffset = 0;
  /** True time of the last jump of the clock. */
  jumpedAt = -Infinity;
  /** The phone's clock at the newest sign-in. */
  signedInAt = Infinity;
  /** The phone's clock at the sign-in that is in encrypted storage. */
  keptSince = Infinity;
  /** True time when staff last found themselves signed in. */
  atWorkAt = -Infinity;
  online = true;
  visible = true;
  storageFull = false;
  /** True time until which the storage cannot be read. */
  unreadableUntil = 0;
  serverUrl: string;
  process: AppProcess | null = null;
  /** What staff typed for the collection that is under way. */
  tapped: { readonly bill: string; readonly fen: number } | null = null;
  /** The attempt whose page is on top. */
  page: string | null = null;
  private lastCode: string | null = null;
  private runs = 0;
  private scanning = false;
  private onReturn: (() => void)[] = [];

  constructor(
    private readonly world: World,
    readonly name: string,
    readonly variant: Pick<Settings, 'readReceipt' | 'queryWechat' | 'shiftHours'>,
  ) {
    this.serverUrl = world.mainServer.baseUrl;
  }

  clock(): number {
    return this.world.timeline.now + this.clockOffset;
  }

  /** What app.ts does when WeChat starts the mini program. */
  start(): void {
    const { world } = this;
    this.runs += 1;
    this.visible = true;
    this.scanning = false;
    this.onReturn = [];
    const process = new AppProcess(this.runs, () => world.touch(this));
    this.process = process;
    const server = parseServerAddress(this.serverUrl);
    if (server === null) throw new Error('not a server address');
    const visibility = createVisibility();
    process.visibility = visibility;
    process.deliver(() => {
      const nowhere = (): void => undefined;
      void openServices({
        platform: phonePlatform(world, this, process),
        settings: { ...shipped, ...this.variant },
        server,
        about: { environment: 'develop', version: '0.1.0' },
        visibility,
        navigation: {
          open: nowhere,
          replace: nowhere,
          show: nowhere,
          back: nowhere,
          close: nowhere,
        },
      }).then((services) => {
        process.services = services;
        if (services.session.current() !== null) world.weather.count('sessionKept');
      });
    });
    world.log(`${this.name} app starts (run ${this.runs}) at ${this.serverUrl}`);
  }

  /** WeChat ends the app without notice. A write that is under way is done, torn, or not done. */
  kill(): void {
    const { process, world } = this;
    if (process === null) return;
    const { random } = world;
    for (const { key, value } of process.die()) {
      const fate = random.fraction();
      if (fate < 0.4) continue;
      if (fate < 0.7 && !world.weather.strikes('tornWrite', 1)) continue;
      this.disk.set(key, fate < 0.7 ? value.slice(0, random.whole(0, value.length - 1)) : value);
    }
    this.process = null;
    this.page = null;
    this.tapped = null;
    world.log(`${this.name} app killed`);
    world.judge.onKill(this);
    world.mischief.betweenRuns(this);
    world.timeline.after(random.whole(500, random.chance(0.1) ? 120_000 : 8_000), () => {
      if (this.process === null) this.start();
    });
  }

  hide(): void {
    const { process, world } = this;
    if (process === null || !this.visible) return;
    this.visible = false;
    world.log(`${this.name} hidden`);
    process.deliver(() => process.visibility?.set(false));
    world.timeline.after(SUSPENDED_AFTER, () => {
      if (process.alive && !this.visible && !this.scanning) process.freeze();
    });
  }

  show(): void {
    const { process, world } = this;
    if (process === null || this.visible) return;
    this.visible = true;
    world.log(`${this.name} shown`);
    const steps = process.thaw();
    const shown = (): void => process.visibility?.set(true);
    const ordered = world.random.chance(0.7) ? [shown, ...steps] : [...steps, shown];
    for (const step of ordered) {
      world.timeline.after(0, () => {
        // Hidden again before its turn came: WeChat told so last, and that is what counts.
        if (step !== shown || this.visible) process.deliver(step);
      });
    }
  }

  /** WeChat cancels whatever is in flight. */
  switchNetwork(): void {
    const reason = this.world.random.chance(0.5) ? 'interrupted' : 'timeoutOrNetwork';
    this.process?.cutCalls({ kind: 'noAnswer', reason });
    this.tellNetworkReturned();
  }

  tellNetworkReturned(): void {
    for (const callback of this.onReturn) this.process?.deliver(callback);
  }

  onNetworkReturn(process: AppProcess, callback: () => void): void {
    if (process === this.process) this.onReturn.push(callback);
  }

  /** The scanner hides the app; Android shows it again before the result, iOS after it. */
  scan(process: AppProcess): Promise<string | null> {
    if (!process.alive) return never();
    const { random, timeline } = this.world;
    const hides = random.chance(0.5);
    this.scanning = true;
    if (hides) this.hide();
    return new Promise((resolve, reject) => {
      timeline.after(random.whole(800, random.chance(0.1) ? 30_000 : 5_000), () => {
        if (!process.alive) return;
        this.scanning = false;
        const result = this.scanned();
        const resolved = (): void => {
          process.deliver(() => {
            if (result === 'fails') reject(new ScanFailedError());
            else resolve(result);
          });
        };
        if (hides && random.chance(0.5)) timeline.after(random.whole(50, 400), () => this.show());
        else this.show();
        resolved();
      });
    });
  }

  private scanned(): string | null {
    const { world } = this;
    const { random } = world;
    if (random.chance(0.03)) return null;
    if (random.chance(0.02)) return random.pick(['', '6901234567890', `28${random.digits(16)}`]);
    if (random.chance(0.005)) return 'fails';
    const again = this.lastCode !== null && world.weather.strikes('sameCodeTwice', 0.08);
    const code = again && this.lastCode !== null ? this.lastCode : world.issueCode();
    this.lastCode = code;
    world.codes.get(code)?.scans.push(`${this.name}/${this.runs}`);
    return random.chance(0.1) ? ` ${code}\u0000\n` : code;
  }
}
