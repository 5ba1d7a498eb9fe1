import { sentences, words } from '../../config/words';
import type { Attempt } from '../../core/attempt';
import { displayYuan } from '../../core/money';
import { attemptPage } from '../../core/result-page';
import { services } from '../../services/services';
import { listen, stopListening } from '../shared/listen';
import { outcomeWords } from '../shared/outcome-words';

/**
 * A second tap within this, ms, was meant for what the first one has taken away: the next result
 * must not go unread.
 */
const DOUBLE_TAP = 500;

/**
 * The result of an attempt whose page is not on the screen, or the end of its wait without one, with
 * its bill and amount, until staff have read it. Stands wherever the tone for it can be heard. A tap
 * on the words opens the attempt's page.
 */
Component({
  data: { text: '', tone: 'plain', dismiss: words.news.dismiss, takenAt: 0 },
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
      const text = attempt === null ? '' : textOf(attempt);
      const tone = attempt === null ? 'plain' : toneOf(attempt);
      if (text !== this.data.text || tone !== this.data.tone) this.setData({ text, tone });
    },
    onDismiss() {
      this.take();
    },
    onOpen() {
      const attempt = this.take();
      if (attempt !== null) services().navigation.show(attemptPage(attempt));
    },

    /** What stood there, now read; null for a second tap. */
    take(): Attempt | null {
      const { news, clock } = services();
      const now = clock.now();
      // Either way: the phone's clock may have been set back.
      if (Math.abs(now - this.data.takenAt) < DOUBLE_TAP) return null;
      this.data.takenAt = now;
      const attempt = news.current();
      news.dismiss();
      return attempt;
    },
  },
});

function textOf(attempt: Attempt): string {
  const { state, by } = outcomeWords(attempt);
  return sentences.news(attempt.bill, displayYuan(attempt.amount), state, by);
}

function toneOf({ state }: Attempt): 'plain' | 'warning' | 'alarm' {
  if (state === 'conflict') return 'alarm';
  return state === 'unresolved' ? 'warning' : 'plain';
}
