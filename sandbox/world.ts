import { Gate } from './auth/gate';
import type { Clock } from './domain/clock';
import type { Random } from './domain/random';
import { Till } from './domain/till';
import { Wallet } from './domain/wallet';
import { FaultQueue } from './faults/fault-queue';
import { DEFAULT_SETTINGS, type SandboxOptions, type SandboxSettings } from './options';
import { CallLog } from './pos/call-log';
import type { Seed, User } from './seed';

/** Everything that can be reset, made anew from the seed. */
interface Fresh {
  wallet: Wallet;
  till: Till;
  calls: CallLog;
}

/** What {@link World} cannot choose itself. */
export interface WorldOptions extends SandboxOptions {
  clock: Clock;
  random: Random;
  seed: Seed;
}

/** The whole state behind the server, without any HTTP: the routes only read and change this. */
export class World {
  readonly clock: Clock;
  readonly seed: Seed;
  readonly settings: SandboxSettings;
  readonly gate: Gate;
  readonly faults = new FaultQueue();
  private readonly listeners = new Set<() => void>();
  private fresh: Fresh;

  constructor(private readonly options: WorldOptions) {
    this.clock = options.clock;
    this.seed = options.seed;
    this.settings = initialSettings(options);
    const [first, ...others] = options.seed.users;
    if (!first) throw new Error('the seed names no user');
    const users: readonly [User, ...User[]] = [first, ...others];
    this.gate = new Gate({ ...options, users, settings: this.settings });
    this.fresh = this.begin();
  }

  get wallet(): Wallet {
    return this.fresh.wallet;
  }

  get till(): Till {
    return this.fresh.till;
  }

  get calls(): CallLog {
    return this.fresh.calls;
  }

  /** Back to the seed. Nonces and tokens stay: a signed-in cashier goes on working. */
  reset(): void {
    this.faults.clear();
    Object.assign(this.settings, initialSettings(this.options));
    this.fresh = this.begin();
    this.changed();
  }

  /** Tells the listeners that something worth showing has changed. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** @returns how to stop listening. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private begin(): Fresh {
    const { clock, random, seed } = this.options;
    const wallet = new Wallet(clock, random, seed.customers);
    const allowed = (): boolean => this.settings.overpayment === 'allow';
    const till = new Till(clock, wallet, seed.bills, allowed);
    return { wallet, till, calls: new CallLog(clock) };
  }
}

function initialSettings(options: SandboxOptions): SandboxSettings {
  const settings = { ...DEFAULT_SETTINGS };
  for (const name of Object.keys(settings) as (keyof SandboxSettings)[]) {
    if (options[name] !== undefined) Object.assign(settings, { [name]: options[name] });
  }
  return settings;
}
