import { words } from '../../config/words';

/**
 * What a result page says first: sign, heading, amount. The signs differ in shape, not only in
 * colour, and are our own images (Vant's icons come from a CDN).
 */
Component({
  properties: {
    /** success, partial, waiting, unknown, failure or conflict: file name of the sign and the colour. */
    tone: { type: String, value: 'waiting' },
    heading: { type: String, value: '' },
    hint: { type: String, value: '' },
    /** Formatted yuan, '' for none. */
    amount: { type: String, value: '' },
  },
  data: { yuan: words.yuan },
});
