import type { Settings } from '../config/settings';
import type { Attempt } from '../core/attempt';
import { type BillNumber, parseBillNumber, sameBill } from '../core/bill';
import { changeBill, type CollectForm, isOwnAmount } from '../core/collect-form';
import {
  type LaunchQuery,
  type LaunchRefusal,
  readLaunchQuery,
  readTicketCode,
} from '../core/launch-query';
import { type Fen, formatYuan } from '../core/money';
import { trimText } from '../core/text';
import type { AttemptStore } from './attempt-store';
import type { Collector } from './collector';
import type { Draft } from './draft';
import type { SessionService } from './session';

/** What a launch link leads to. Never a scan, never a charge. */
export type LaunchStep =
  | { readonly kind: 'refused'; readonly reason: LaunchRefusal }
  /** An attempt on the bill is not settled: its page is shown instead. */
  | { readonly kind: 'open'; readonly attempt: Attempt }
  | {
      readonly kind: 'filled';
      readonly bill: BillNumber;
      /** The link's amount was unusable and has been left out. */
      readonly amountDropped: boolean;
      /** What had been filled in for another bill before; null: nothing. */
      readonly replaced: CollectForm | null;
    };

/**
 * The bill the app was opened with. Waits until the journal has been read, somebody is signed in and
 * no charge is on its way; the last link wins.
 */
export interface Launch {
  /** A page was opened with this query. */
  arrive(query: unknown): void;
  /**
   * 扫单号 has brought a text: a bill number, or a ticket's code. The bill is filled in at once; what
   * staff typed as the amount stays.
   *
   * @throws InvalidBillNumberError: neither of them
   */
  scanned(text: string): Exclude<LaunchStep, { kind: 'open' }>;
  /** Follows the link if it may be followed now, once; null: there is none, or it must wait. */
  take(): LaunchStep | null;
}

export interface LaunchParts {
  readonly attempts: AttemptStore;
  readonly session: SessionService;
  readonly collector: Collector;
  readonly draft: Draft;
  readonly settings: Pick<Settings, 'launch' | 'billNumberPattern'>;
}

export function createLaunch(parts: LaunchParts): Launch {
  const { attempts, session, collector, draft, settings } = parts;
  const rules = { ...settings.launch, billNumberPattern: settings.billNumberPattern };
  let waiting: Exclude<LaunchQuery, { kind: 'none' }> | null = null;

  const proposed = (bill: BillNumber, amount: Fen): CollectForm => ({
    bill,
    amount: formatYuan(amount),
    origin: 'launch',
  });

  /** @returns what staff had there for another bill */
  function fill(bill: BillNumber, amount: Fen | null): CollectForm | null {
    const before = draft.get();
    if (sameBill(before.bill, bill)) {
      if (amount !== null && !isOwnAmount(before)) draft.set(proposed(bill, amount));
      return null;
    }
    draft.set(amount === null ? { bill, amount: '', origin: 'none' } : proposed(bill, amount));
    return before.bill === '' && before.amount === '' ? null : before;
  }

  return {
    arrive: (query) => {
      const read = readLaunchQuery(query, rules);
      if (read.kind !== 'none') waiting = read;
    },

    scanned: (text) => {
      const trimmed = trimText(text);
      const code = readTicketCode(trimmed, rules);
      if (code?.kind === 'refused') return code;
      const proposal = code?.kind === 'proposal' ? code : null;
      const bill = proposal?.bill ?? parseBillNumber(trimmed, settings.billNumberPattern);
      const form = changeBill(draft.get(), bill);
      const amount = proposal?.amount ?? null;
      draft.set(amount === null || isOwnAmount(form) ? form : proposed(bill, amount));
      const amountDropped = proposal?.amountDropped === true;
      return { kind: 'filled', bill, amountDropped, replaced: null };
    },

    take: () => {
      const link = waiting;
      if (link === null) return null;
      if (link.kind === 'proposal') {
        if (!attempts.loaded() || session.current() === null || collector.busy()) return null;
      }
      waiting = null;
      if (link.kind === 'refused') return { kind: 'refused', reason: link.reason };
      const { bill, amount, amountDropped } = link;
      const attempt = attempts.blocking(session.server.baseUrl, bill);
      if (attempt !== null) return { kind: 'open', attempt };
      return { kind: 'filled', bill, amountDropped, replaced: fill(bill, amount) };
    },
  };
}
