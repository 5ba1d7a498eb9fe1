import type { Settings } from '../config/settings';
import type { BillFigures, BillReading } from '../core/attempt';
import { type BillKey, billKey, type BillNumber } from '../core/bill';
import type { BillLook, ReceiptFigures } from '../core/bill-account';
import { CashierError } from '../core/errors/cashier-error';
import type { Clock } from '../utils/clock';
import type { PosClient } from './pos/pos-client';
import { queryBillRows } from './pos/query-bill-rows';
import { queryMainRow } from './pos/query-main-row';
import { queryReceipt } from './pos/query-receipt';

/** Reads a bill as evidence: its state and, where enabled, its amounts. */
export interface BillReader {
  /**
   * The read before a charge: everything the settings enable, or nothing.
   *
   * @throws what `PosClient.read` throws
   */
  readAll(bill: BillNumber): Promise<BillReading>;
  /**
   * A query while an attempt is undecided. The state is enough to count as answered; amounts that
   * cannot be read are left out.
   *
   * @param withFigures ask for the receipt's amounts too (one more call)
   * @throws what `PosClient.read` throws for the state
   */
  query(bill: BillNumber, withFigures: boolean): Promise<BillReading>;
  /**
   * All that staff see of a bill before they collect: its state, its amounts, its rows. What cannot
   * be read of the last two is left out. Besides what is shown, it is evidence like any other reading.
   *
   * @throws what `PosClient.read` throws for the state
   */
  look(bill: BillNumber): Promise<{ readonly look: BillLook; readonly reading: BillReading }>;
  /** The newest state any read of the bill has told in this run of the app; null: none. */
  lastState(bill: BillNumber): string | null;
}

export interface BillReaderParts {
  readonly client: PosClient;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'readReceipt' | 'readTimeout'>;
}

export function createBillReader({ client, clock, settings }: BillReaderParts): BillReader {
  const { readTimeout } = settings;
  const figuresOf = async (bill: BillNumber): Promise<BillFigures | null> =>
    computable(await queryReceipt(client, bill, readTimeout));
  const states = new Map<BillKey, string | null>();
  const keyOf = (bill: BillNumber): BillKey => billKey(client.address.baseUrl, bill);

  async function stateOf(bill: BillNumber): Promise<string | null> {
    const { payState } = await queryMainRow(client, bill, readTimeout);
    states.set(keyOf(bill), payState);
    return payState;
  }

  return {
    async readAll(bill) {
      const sentAt = clock.now();
      const payState = await stateOf(bill);
      const figures = settings.readReceipt ? await figuresOf(bill) : null;
      return { sentAt, payState, figures };
    },

    async query(bill, withFigures) {
      const sentAt = clock.now();
      const payState = await stateOf(bill);
      const figures = withFigures && settings.readReceipt ? await orNull(figuresOf(bill)) : null;
      return { sentAt, payState, figures };
    },

    async look(bill) {
      const sentAt = clock.now();
      const payState = await stateOf(bill);
      const [receipt, rows] = await Promise.all([
        settings.readReceipt ? orNull(queryReceipt(client, bill, readTimeout)) : null,
        orNull(queryBillRows(client, bill, readTimeout)),
      ]);
      const figures = receipt === null ? null : computable(receipt);
      return { look: { payState, receipt, rows }, reading: { sentAt, payState, figures } };
    },

    lastState: (bill) => states.get(keyOf(bill)) ?? null,
  };
}

/** The receipt's amounts as evidence; null when one of them cannot be computed with. */
function computable({ due, collected }: ReceiptFigures): BillFigures | null {
  if (due.amount === null || collected.amount === null) return null;
  return { due: due.amount, collected: collected.amount };
}

async function orNull<T>(value: Promise<T>): Promise<T | null> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof CashierError) return null;
    throw error;
  }
}
