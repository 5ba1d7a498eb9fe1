import type { KeepingPolicy } from '../core/pruning';
import type { WatchPolicy } from '../core/watch';
import type { CipherProfileName } from '../utils/crypto';

/** How calls are signed. The vendor documents none of it for POS calls [I]. */
export type SigningStrategy =
  /** `Authorization: Hawk …` with the user name as id and the KEY as key. */
  | { readonly kind: 'hawk' }
  /** Login's `tag.token` in this header; Login itself is signed by Hawk. */
  | { readonly kind: 'token'; readonly header: string }
  | { readonly kind: 'none' };

/**
 * Every setting of the app. [I] marks what the vendor's pages do not say and we inferred: when the
 * vendor answers, one line here changes.
 */
export interface Settings {
  /** [I] How calls are signed. */
  readonly signing: SigningStrategy;
  /** [I] Host and port that the server sees, when a proxy rewrites them; null: those of the URL. */
  readonly signedAuthority: { readonly host: string; readonly port: number } | null;
  /**
   * [I] After a "stale timestamp" take up a server time that is not signed with our KEY (`ts` without
   * `tsm`, as some .NET servers send it, or the `Date` header): by https only, for reads and Login
   * only, at most two days from the phone's. Off because whoever could answer in the server's place
   * would choose the time that later calls are signed for; without it staff set the phone's clock.
   */
  readonly unverifiedClock: boolean;
  /** [I] How the payment code is encrypted. */
  readonly cipherProfile: CipherProfileName;
  /** [I] Statuses without an envelope that mean: refused before processing. */
  readonly rejectedStatuses: readonly number[];
  /** [I] Read the receipt's amounts (it may not answer for unpaid bills, or may count as a print). */
  readonly readReceipt: boolean;
  /** [I] Ask WeChat about a payment, through the server; whether POS users may is not known. */
  readonly queryWechat: boolean;
  /**
   * [I] How a ticket's code names its bill (docs/launch.md): hosts of plain QR links ("host" or
   * "host:port", lower case), and what stands between bill and amount in a mini program code's scene.
   */
  readonly launch: { readonly linkHosts: readonly string[]; readonly sceneSeparator: string };
  /** Bill numbers of this shop; lets a number that looks like a payment code through. null: the general rule. */
  readonly billNumberPattern: RegExp | null;
  /** How long a session lasts, hours: over restarts too, and at most until somebody signs out. */
  readonly shiftHours: number;
  /** Timeout of the barcode call, ms. Payments have succeeded after a 10 s client timeout. */
  readonly barcodeTimeout: number;
  /** Timeout of every read and of Login, ms. */
  readonly readTimeout: number;
  /** How long a tap on 扫码收款 waits for the bill's figures that are being read for the page, ms. */
  readonly deskPatience: number;
  /** How old the fresh read may be when the barcode call is made, ms (docs/payment-safety.md, invariant 5). */
  readonly baselineMaxAge: number;
  /** After "declined" the bill is read at once and again after this, ms. */
  readonly recheckDelay: number;
  /** How old the newest answered query may be when staff close an attempt, ms. */
  readonly closingQueryMaxAge: number;
  readonly watch: WatchPolicy;
  /** How much of the past the journal keeps. */
  readonly keeping: KeepingPolicy;
  /** How long after the journal has been read old records are removed, ms: the start goes first. */
  readonly pruneDelay: number;
  /**
   * Hand the log to WeChat's real-time log too, where support reads it without the phone. It holds
   * bill numbers, amounts and user names, and no secret.
   */
  readonly realtimeLog: boolean;
}

export const settings: Settings = {
  signing: { kind: 'hawk' },
  signedAuthority: null,
  unverifiedClock: false,
  cipherProfile: 'sha256-ecb',
  rejectedStatuses: [400, 404, 405, 413, 415, 422],
  readReceipt: true,
  queryWechat: false,
  launch: { linkHosts: ['pos.example.com'], sceneSeparator: '~' },
  billNumberPattern: null,
  shiftHours: 12,
  barcodeTimeout: 45_000,
  readTimeout: 10_000,
  deskPatience: 3_000,
  baselineMaxAge: 10_000,
  recheckDelay: 5_000,
  closingQueryMaxAge: 10_000,
  watch: {
    firstQueryAfterSending: 8_000,
    // Chosen by `npm run bench:polling`: 1.4 s of delay for 5.9 queries a payment. Hardly anybody
    // types a password in less than 5 s, most confirm at 5–20 s, and after 45 s WeChat has revoked
    // what is open. A longer first pause is better for those, worse for customers with a fingerprint.
    paces: [
      { from: 0, pause: 5_500 },
      { from: 3_000, pause: 2_400 },
      { from: 20_000, pause: 3_000 },
      { from: 30_000, pause: 4_000 },
      { from: 45_000, pause: 6_000 },
    ],
    jitter: 0.2,
    minimumWatch: 60_000,
    unresolvedInterval: 60_000,
    unresolvedFor: 600_000,
  },
  // About 1.6 KB each in two slots: a third of the 10 MB that WeChat gives.
  keeping: { keepFor: 90 * 86_400_000, keepAtMost: 2_000 },
  pruneDelay: 5_000,
  realtimeLog: true,
};
