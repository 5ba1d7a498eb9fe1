import { words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import { type Attempt, type BillReading, remainingAt } from '../../core/attempt';
import { displayYuan, formatYuan } from '../../core/money';
import { services, servicesReady } from '../../services/services';
import { attemptFacts, collectedByWords } from '../shared/attempt-facts';
import { observe, stopObserving } from '../shared/observe';
import { COLLECT_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';

Component({
  data: {
    words: words.partial,
    id: '',
    amount: '',
    by: '',
    facts: [] as Fact[],
    figures: [] as Fact[],
    notice: words.partial.reading,
    /** Typed form of what remains; '' while it is not known. */
    remaining: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.data.id = query.id ?? '';
    },
    async onShow() {
      const { attempts } = await servicesReady();
      observe(
        this,
        attempts.subscribe(() => {
          this.refresh();
        }),
      );
      this.refresh();
    },
    onHide() {
      stopObserving(this);
    },
    onUnload() {
      stopObserving(this);
    },

    refresh() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      const known = this.data.figures.length > 0;
      setChanged(this, {
        amount: displayYuan(attempt.amount),
        by: collectedByWords(attempt),
        facts: attemptFacts(attempt),
        ...(known ? {} : { figures: figureFacts(attempt, null) }),
      });
      if (!known) void this.readFigures(attempt);
    },

    /** The bill's amounts after this payment; what cannot be read stays —. */
    async readFigures(attempt: Attempt) {
      const reading = await services()
        .bills.query(attempt.bill, true)
        .catch(() => null);
      const remaining = reading === null ? null : remainingAt(reading);
      setChanged(this, {
        figures: figureFacts(attempt, reading),
        notice: remaining === null ? words.partial.unreadable : '',
        remaining: remaining === null || remaining <= 0 ? '' : formatYuan(remaining),
      });
    },

    onMore() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      const { draft, navigation } = services();
      draft.set({ bill: attempt.bill, amount: this.data.remaining });
      navigation.back(COLLECT_PAGE);
    },
    onLater() {
      services().navigation.back(COLLECT_PAGE);
    },
  },
});

function figureFacts(attempt: Attempt, reading: BillReading | null): Fact[] {
  const figures = reading?.figures ?? null;
  const remaining = reading === null ? null : remainingAt(reading);
  const yuan = (amount: Parameters<typeof displayYuan>[0] | null): string =>
    amount === null ? words.notRead : `${words.yuan}${displayYuan(amount)}`;
  return [
    { label: words.partial.thisTime, value: yuan(attempt.amount) },
    { label: words.partial.due, value: yuan(figures?.due ?? null) },
    { label: words.partial.collected, value: yuan(figures?.collected ?? null) },
    { label: words.partial.remaining, value: yuan(remaining) },
  ];
}
