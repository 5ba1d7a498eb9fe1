import { words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import { displayYuan } from '../../core/money';
import { services, servicesReady } from '../../services/services';
import { attemptFacts, collectedByWords } from '../shared/attempt-facts';
import { observe, stopObserving } from '../shared/observe';
import { COLLECT_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';

Component({
  data: { words: words.success, id: '', amount: '', by: '', facts: [] as Fact[] },
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
      setChanged(this, {
        amount: displayYuan(attempt.amount),
        by: collectedByWords(attempt),
        facts: attemptFacts(attempt),
      });
    },

    onNext() {
      services().navigation.back(COLLECT_PAGE);
    },
  },
});
