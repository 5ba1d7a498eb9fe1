import { sentences, stateWords, words } from '../../config/words';
import { displayYuan } from '../../core/money';
import { services } from '../../services/services';
import { listen, stopListening } from '../shared/listen';

/**
 * A second tap within this, ms, was meant for what the first one has taken away: the next result
 * must not go unread.
 */
const DOUBLE_TAP = 500;

/**
 * The result of an attempt whose page is not on the screen, with its bill and amount, until staff
 * have read it. Stands on every page where another bill may be in work.
 */
Component({
  data: { text: '', alarm: false, dismiss: words.news.dismiss, dismissedAt: 0 },
  lifetimes: {
    attached() {
      void listen(this, ({ news }, refresh) => [news.subscribe(refresh)]);
    },
    detached() {
      stopListening(this);
    },
  },
  methods: {
    refresh() {
      const attempt = services().news.current();
      const text =
        attempt === null
          ? ''
          : sentences.news(attempt.bill, displayYuan(attempt.amount), stateWords[attempt.state]);
      const alarm = attempt?.state === 'conflict';
      if (text !== this.data.text || alarm !== this.data.alarm) this.setData({ text, alarm });
    },
    onDismiss() {
      const { news, clock } = services();
      const now = clock.now();
      // Either way: the phone's clock may have been set back.
      if (Math.abs(now - this.data.dismissedAt) < DOUBLE_TAP) return;
      this.data.dismissedAt = now;
      news.dismiss();
    },
  },
});
