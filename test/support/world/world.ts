import { settings as appSettings, type Settings } from '../../../miniprogram/config/settings';
import type { Attempt } from '../../../miniprogram/core/attempt';
import { parseBillNumber } from '../../../miniprogram/core/bill';
import { formatEntry } from '../../../miniprogram/core/log-entry';
import { parseYuan } from '../../../miniprogram/core/money';
import { parseServerAddress, type ServerAddress } from '../../../miniprogram/core/server-address';
import { createServices } from '../../../miniprogram/services/create-services';
import type { Services } from '../../../miniprogram/services/services';
import { createVisibility } from '../../../miniprogram/services/visibility';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { handedOver } from '../fakes/hand-over';
import { fakePlatform } from '../fakes/platform';
import { BILL, SERVER } from './attempts';
import { type Endpoint, envelope, FakeHttp, type Sent } from './fake-http';
import { FakeScanner } from './fake-scanner';
import { FakeSecretStorage } from './fake-secret-storage';
import { FakeStorage } from './fake-storage';
import { settle, VirtualClock } from './virtual-clock';

export const PASSWORD = '123456';
/** UPPER(MD5('123456')) */
export const KEY = 'E10ADC3949BA59ABBE56E057F20F883E';
export const CODE = '134567890123456789';

export function address(text: string = SERVER): ServerAddress {
  const parsed = parseServerAddress(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

/** A schedule of round figures, so that the tests do not follow every change of the one in use. */
const WATCH: Settings['watch'] = {
  firstQueryAfterSending: 8_000,
  paces: [
    { from: 0, pause: 2_000 },
    { from: 4_000, pause: 3_000 },
    { from: 10_000, pause: 4_000 },
    { from: 14_000, pause: 5_000 },
  ],
  jitter: 0.2,
  minimumWatch: 60_000,
  unresolvedInterval: 60_000,
  unresolvedFor: 600_000,
};

/** What the POS server says about every bill, until a test says otherwise. */
export interface BillState {
  paystate: string | null;
  cost: number;
  real: number;
}

/** One phone, one till, one server, and time that passes when told. */
export class World {
  readonly log: string[] = [];
  readonly clock = new VirtualClock();
  readonly http = new FakeHttp(this.clock, this.log);
  readonly storage = new FakeStorage(this.log);
  readonly secrets = new FakeSecretStorage();
  readonly scanner = new FakeScanner();
  /** Files and clipboard. */
  readonly handedOver = handedOver();
  readonly bill: BillState = { paystate: '1', cost: 28, real: 0 };
  online = true;
  /** What the generator of jitter gives: 0.5 is none. */
  fraction = 0.5;
  /** Who waits for the network to come back. */
  readonly returns: (() => void)[] = [];
  /** Where the app asked to be started anew, and whether WeChat does it. */
  readonly restarts: string[] = [];
  restartWorks = true;
  private ids = 0;
  services: Services;

  constructor(readonly settings: Settings = { ...appSettings, watch: WATCH }) {
    this.http.always('login', envelope(0, { token: 'T', username: '1001', nickname: '小王' }));
    this.http.always('mainRow', (request) =>
      envelope(0, { billnum: billOf(request), paystate: this.bill.paystate }),
    );
    this.http.always('receipt', (request) => {
      const { cost, real } = this.bill;
      return envelope(0, { billnum: billOf(request), cost, real });
    });
    this.http.always('barcode', 'hold');
    this.services = this.start();
  }

  /** The app as it stands after a start: journal read, signed in. */
  static async open(change: Partial<Settings> = {}): Promise<World> {
    const world = new World({ ...appSettings, watch: WATCH, ...change });
    await world.load();
    await world.signIn();
    return world;
  }

  private start(server: ServerAddress = address()): Services {
    return createServices({
      platform: fakePlatform({
        clock: this.clock,
        random: {
          hex: (length) => {
            this.ids += 1;
            return Promise.resolve(String(this.ids).padStart(length * 2, '0'));
          },
          fraction: () => this.fraction,
        },
        http: this.http,
        storage: this.storage,
        secrets: this.secrets,
        scanner: this.scanner,
        network: {
          online: () => Promise.resolve(this.online),
          onReturn: (callback) => this.returns.push(callback),
          onWeak: () => undefined,
        },
        restart: (page) => {
          this.restarts.push(page);
          return Promise.resolve(this.restartWorks);
        },
        files: this.handedOver.files,
        clipboard: this.handedOver.clipboard,
      }),
      settings: this.settings,
      server,
      about: { environment: 'develop', version: '0.1.0' },
      visibility: createVisibility(),
      navigation: {
        open: () => undefined,
        replace: () => undefined,
        show: () => undefined,
        back: () => undefined,
        close: () => undefined,
      },
    });
  }

  /** WeChat kills the app and starts it anew; what was in memory is gone. */
  kill(server: ServerAddress = address()): void {
    this.services.visibility.set(false);
    this.services = this.start(server);
  }

  async restart(): Promise<void> {
    this.kill();
    await this.load();
    await this.signIn();
  }

  load(): Promise<void> {
    return this.services.attempts.load(this.clock.now());
  }

  async signIn(user = '1001', password = PASSWORD): Promise<void> {
    await this.services.session.signIn(user, password);
    await settle();
  }

  collect(yuan = '28.00', bill: string = BILL): Promise<string | null> {
    return this.services.collector.collect(parseBillNumber(bill), parseYuan(yuan));
  }

  /** Scans a code and sends the barcode call; its answer is held unless scripted. */
  async charge(yuan = '28.00', code = CODE, bill: string = BILL): Promise<string> {
    this.scanner.put(code);
    const id = await this.collect(yuan, bill);
    if (id === null) throw new Error('cancelled');
    await settle();
    return id;
  }

  attempt(id: string): Attempt {
    const attempt = this.services.attempts.get(id);
    if (attempt === null) throw new Error(`no attempt ${id}`);
    return attempt;
  }

  /** The server has applied money to the bill. */
  paid(yuan: number): void {
    this.bill.real += yuan;
    if (this.bill.real >= this.bill.cost) this.bill.paystate = '3';
  }

  /** The log without its times. */
  logLines(): readonly string[] {
    return this.services.log
      .entries()
      .map((entry) => formatEntry(entry).slice('2026-11-22 08:00:00.000 '.length));
  }

  calls(endpoint: Endpoint): readonly Sent[] {
    return this.http.calls(endpoint);
  }

  /** When the queries after a moment were sent, in ms from that moment. */
  queriesAfter(moment: number): readonly number[] {
    return this.calls('mainRow')
      .filter(({ at }) => at >= moment)
      .map(({ at }) => at - moment);
  }
}

function billOf({ url }: HttpRequest): string {
  return decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
}
