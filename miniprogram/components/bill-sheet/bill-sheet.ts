import { words } from '../../config/words';

/** One row of goods, as shown. */
export interface RowLine {
  readonly name: string;
  readonly barcode: string;
  /** With its unit. */
  readonly quantity: string;
  /** With the yuan sign; as the server wrote it when it cannot be computed with. */
  readonly subtotal: string;
  readonly returned: boolean;
}

/**
 * What a bill is made of: its goods, and the parts collected on this phone.
 *
 * Events: `close`, `retry` (read the rows again).
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
    bill: { type: String, value: '' },
    /** PartLine[] */
    parts: { type: Array, value: [] },
    partsSummary: { type: String, value: '' },
    /** RowLine[] */
    rows: { type: Array, value: [] },
    /** reading, read or unreadable */
    rowsState: { type: String, value: 'reading' },
  },
  data: { words: words.billSheet },
  methods: {
    onClose() {
      this.triggerEvent('close');
    },
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
