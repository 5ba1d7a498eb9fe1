import { sentences, words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import { problemText } from '../../services/problem-text';
import { toCashierError } from '../../services/to-cashier-error';
import { services } from '../../services/services';
import { attemptLifecycle } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { attemptPage, receiptPage } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';
import { recordView, type StoryLine } from './record-view';

Component({
  data: {
    words: words.record,
    id: '',
    tone: 'waiting',
    heading: '',
    amount: '',
    conclusion: '',
    facts: [] as readonly Fact[],
    story: [] as readonly StoryLine[],
    mayAsk: false,
    mayHandle: false,
    asking: false,
    /** What the last 查询 brought. */
    asked: '',
  },
  methods: {
    ...attemptLifecycle,

    refresh() {
      const attempt = shownAttempt(this.data.id);
      if (attempt !== null) setChanged(this, { ...recordView(attempt) });
    },

    onAsk() {
      void oneAtATime(this, async () => {
        this.setData({ asking: true, asked: '' });
        let asked: string;
        try {
          const result = await services().inquiry.about([this.data.id]);
          const { decided, open, failed, problem } = result;
          const why = problem === null ? '' : problemText(problem);
          // Only an answer that left it open: what failed, or is decided, is told as that.
          const weak = open > 0 && services().watcher.asking(this.data.id).weakEvidence;
          asked = weak ? words.pending.weak : sentences.inquiry(decided, open, failed, why);
        } catch (error) {
          asked = problemText(toCashierError(error));
        }
        this.setData({ asking: false, asked });
      });
    },
    /** In the place of this page: at most three lie on each other. */
    onHandle() {
      const attempt = shownAttempt(this.data.id);
      if (attempt !== null) services().navigation.replace(attemptPage(attempt));
    },
    onReceipt() {
      const attempt = shownAttempt(this.data.id);
      if (attempt !== null) services().navigation.replace(receiptPage(attempt.id));
    },
  },
});
