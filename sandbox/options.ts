import type { CipherProfile } from './cipher/profiles';
import type { Clock } from './domain/clock';
import type { Random } from './domain/random';
import type { Seed } from './seed';

/**
 * How this POS server behaves where the contract leaves it open. Settings can be changed while the
 * sandbox runs; a reset brings back those it was created with.
 */
export interface SandboxSettings {
  /**
   * `hawk`: every call is signed. `token`: Login is signed with Hawk, the others carry Login's
   * `tag.token` in {@link tokenHeader}. `none`: nobody is asked; the first user of the seed collects.
   */
  auth: 'hawk' | 'token' | 'none';
  /** Header for `auth: 'token'`. */
  tokenHeader: string;
  cipherProfile: CipherProfile;
  /** `lower`: `billnum`. `pascal`: `BillNum`, as some deployments answer. */
  naming: 'lower' | 'pascal';
  /** Whether the receipt answers: always, for fully collected bills only, or never (404). */
  receipt: 'on' | 'paid-only' | 'off';
  /** What happens to an amount above the remaining one. */
  overpayment: 'refuse' | 'allow';
  /** The `tag` of errcode 1, which may be empty. */
  undecidedTag: 'full' | 'empty';
  /** Whether UnPos/3Pay/Wechat/Query answers POS users, or refuses them (-1). */
  wechatQuery: 'on' | 'off';
  /** Whether a connection stays open for the next call, or each answer closes its own. */
  keepAlive: 'on' | 'off';
  /** How far the clock that Hawk looks at is ahead of the sandbox's own, in milliseconds. */
  clockOffsetMs: number;
}

export const DEFAULT_SETTINGS: Readonly<SandboxSettings> = {
  auth: 'hawk',
  tokenHeader: 'token',
  cipherProfile: 'sha256-ecb',
  naming: 'lower',
  receipt: 'on',
  overpayment: 'refuse',
  undecidedTag: 'full',
  wechatQuery: 'on',
  keepAlive: 'on',
  clockOffsetMs: 0,
};

export interface SandboxOptions extends Partial<SandboxSettings> {
  /** Default: the machine's clock. */
  clock?: Clock;
  /** Default: the machine's secure random numbers. */
  random?: Random;
  /** Users, customers and bills; default {@link defaultSeed}. */
  seed?: Seed;
  /** The host and port that callers sign, where a proxy in between rewrites the Host header. */
  signedHost?: { host: string; port: number };
}
