import { words } from '../../config/words';

/** One part of a bill's money, as shown. */
export interface PartLine {
  readonly id: string;
  readonly time: string;
  /** Grouped yuan. */
  readonly amount: string;
  readonly state: string;
  /** By whose word; '' when nobody's yet. */
  readonly by: string;
  /** Not settled: shown apart. */
  readonly open: boolean;
}

/** The parts in which a bill is being collected on this phone. Folded, it is one line that opens by a tap. */
Component({
  properties: {
    /** PartLine[] */
    parts: { type: Array, value: [] },
    /** The line that stays when folded. */
    summary: { type: String, value: '' },
    /** Without it the list is always open and has no summary. */
    foldable: { type: Boolean, value: false },
  },
  data: { words: words.billParts, yuan: words.yuan, open: false },
  methods: {
    onToggle() {
      this.setData({ open: !this.data.open });
    },
  },
});
