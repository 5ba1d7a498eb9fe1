import { listen, stopListening } from '../../components/shared/listen';
import { words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import { isProvedFailure } from '../../core/attempt';
import { resultPage } from '../../core/result-page';
import { services } from '../../services/services';
import { collectPayment } from '../shared/collect-payment';
import { attemptLifecycle } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { attemptPage, COLLECT_PAGE, LOGIN_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';
import { failureView } from './failure-view';

Component({
  data: {
    words: words.failure,
    id: '',
    tone: 'failure',
    heading: words.failure.heading,
    reason: '',
    amount: '',
    facts: [] as Fact[],
    check: '',
    checkHint: '',
    signInNeeded: false,
    mayScanAgain: false,
    mayAcknowledge: false,
    starting: false,
    problem: '',
  },
  methods: {
    ...attemptLifecycle,
    onShow() {
      void listen(this, ({ attempts, session, news }, refresh) => {
        news.setOnTop(this.data.id);
        return [
          attempts.subscribe(refresh),
          session.subscribe(refresh),
          () => {
            news.leaveTop(this.data.id);
          },
        ];
      });
    },

    refresh() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      if (resultPage(attempt) !== 'failure') {
        stopListening(this);
        services().navigation.replace(attemptPage(attempt));
        return;
      }
      const { watcher, session } = services();
      const view = failureView(attempt, watcher.asking(attempt.id), session);
      // Only one that comes up here: an old one that is opened is no event.
      if (this.data.amount !== '' && this.data.tone !== 'conflict' && view.tone === 'conflict') {
        services().feedback.signal('conflict');
      }
      void wx.setNavigationBarTitle({ title: view.heading });
      setChanged(this, { ...view });
    },

    onSignIn() {
      services().navigation.open(LOGIN_PAGE);
    },

    onScanAgain() {
      void oneAtATime(this, async () => {
        const attempt = shownAttempt(this.data.id);
        if (attempt === null || !this.data.mayScanAgain) return;
        this.setData({ starting: true, problem: '' });
        const { navigation } = services();
        const problem = await collectPayment(attempt.bill, attempt.amount, navigation.replace);
        this.setData({ starting: false, problem });
      });
    },

    onAcknowledge() {
      const { attempts, clock } = services();
      attempts.apply(this.data.id, { type: 'acknowledge', at: clock.now() });
    },

    onBack() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      const { draft, navigation } = services();
      if (isProvedFailure(attempt)) draft.returned(attempt.bill, attempt.amount);
      navigation.back(COLLECT_PAGE);
    },
  },
});
