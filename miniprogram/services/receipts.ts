import type { Settings } from '../config/settings';
import type { ReceiptFigures } from '../core/bill-account';
import type { BillNumber } from '../core/bill';
import type { BillRow } from '../core/bill-row';
import { NoAnswerError } from '../core/errors/no-answer-error';
import { NotSignedInError } from '../core/errors/not-signed-in-error';
import { SessionRefusedError } from '../core/errors/session-refused-error';
import type { PosClient } from './pos/pos-client';
import { queryBillRows } from './pos/query-bill-rows';
import { queryMainRow } from './pos/query-main-row';
import { queryReceiptContent } from './pos/query-receipt';

/** A bill as a customer may see it. */
export interface Receipt {
  readonly shopName: string;
  readonly rows: readonly BillRow[];
  /** null: only the rows could be read. */
  readonly figures: ReceiptFigures | null;
  /** MainRow's paystate; null: not said. */
  readonly payState: string | null;
}

/** Reads receipts to be looked at. Never evidence: what is charged or concluded does not come from here. */
export interface Receipts {
  /**
   * From the receipt where the setting allows it and the server gives it, else from the bill's rows.
   *
   * @throws what `PosClient.read` throws
   */
  read(bill: BillNumber): Promise<Receipt>;
}

export interface ReceiptsParts {
  readonly client: PosClient;
  readonly settings: Pick<Settings, 'readReceipt' | 'readTimeout'>;
}

export function createReceipts({ client, settings }: ReceiptsParts): Receipts {
  const { readReceipt, readTimeout } = settings;

  async function fromReceipt(bill: BillNumber): Promise<Receipt | null> {
    try {
      return { ...(await queryReceiptContent(client, bill, readTimeout)), payState: null };
    } catch (error) {
      // The rows would not be answered, either.
      if (isUnreachable(error)) throw error;
      return null;
    }
  }

  async function fromRows(bill: BillNumber): Promise<Receipt> {
    const [mainRow, rows] = await Promise.all([
      queryMainRow(client, bill, readTimeout).catch(() => null),
      queryBillRows(client, bill, readTimeout),
    ]);
    return {
      shopName: mainRow?.shopName ?? '',
      rows,
      figures: null,
      payState: mainRow?.payState ?? null,
    };
  }

  return {
    async read(bill) {
      const receipt = readReceipt ? await fromReceipt(bill) : null;
      return receipt ?? fromRows(bill);
    },
  };
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof NoAnswerError ||
    error instanceof SessionRefusedError ||
    error instanceof NotSignedInError
  );
}
