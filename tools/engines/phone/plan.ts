import type { AppPackage } from './app-service';
import type { Stored } from './wx';

/** What one run of an engine does. */
export interface Plan {
  /**
   * - `start`: only to the first page and its data, for the time
   * - `pay`: reads every script, signs in, collects three bills, opens every page
   * - `kill`: signs in, and dies between a charge and its answer
   * - `recover`: starts with what was stored, and finds out what became of it
   * - `judge`: what the pure rules say of texts
   */
  readonly job: 'start' | 'pay' | 'kill' | 'recover' | 'judge';
  /** `timers`: a Promise over setTimeout, as WeChat gives it to iPhones up to iOS 15. */
  readonly promise: 'own' | 'timers';
  readonly pack: AppPackage;
  readonly stored: Stored;
  /** When the phone is switched on, ms since 1970. */
  readonly now: number;
  readonly user: string;
  readonly password: string;
  /** Bills with what is due on each, yuan as typed: one after the other is collected. */
  readonly bills: readonly { readonly bill: string; readonly amount: string }[];
  /** For `judge`. */
  readonly texts: readonly string[];
}

/** What each judge says of one text. */
export type Judgement = Readonly<Record<string, string>>;

/** What a run has found. */
export interface Found {
  /** What went wrong, in words; empty where all is well. */
  readonly problems: readonly string[];
  /** To the first page as it is drawn first, and to the data that it gets then, ms. */
  readonly start: { readonly page: number; readonly data: number };
  /** For `kill`. */
  readonly stored: Stored;
  /** When it ended, by the phone's clock. */
  readonly now: number;
  /** For `judge`: what each judge says of each text, as JSON. */
  readonly judged: readonly Judgement[];
}
