import { listen, stopListening } from '../../components/shared/listen';
import { words } from '../../config/words';
import { isWatched } from '../../core/attempt';
import { resultPage } from '../../core/result-page';
import { problemText } from '../../services/problem-text';
import { toCashierError } from '../../services/to-cashier-error';
import { services } from '../../services/services';
import { attemptLifecycle } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { attemptPage, COLLECT_PAGE, LOGIN_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { pendingView } from './pending-view';

Component({
  data: {
    words: words.pending,
    id: '',
    tone: 'waiting',
    heading: '',
    hint: '',
    advice: '',
    amount: '',
    facts: [] as unknown[],
    since: 0,
    asking: '',
    askAction: words.pending.askNow,
    signInNeeded: false,
    mayClose: false,
    /** Which closing is being asked about: paid, notPaid or ''. */
    closing: '',
    closingAsking: false,
    closingProblem: '',
  },
  methods: {
    ...attemptLifecycle,
    onShow() {
      void listen(this, ({ attempts, watcher, session, feedback, news }, refresh) => {
        news.setOnTop(this.data.id);
        feedback.keepScreenOn(true);
        return [
          attempts.subscribe(refresh),
          watcher.subscribe(refresh),
          session.subscribe(refresh),
          () => {
            feedback.keepScreenOn(false);
            news.leaveTop(this.data.id);
          },
        ];
      });
    },

    /** Shows the attempt as it stands; once it is decided, its result page takes this one's place. */
    refresh() {
      const { attempts, watcher, session, navigation, feedback } = services();
      if (!attempts.loaded()) return;
      const attempt = attempts.get(this.data.id);
      if (attempt === null) {
        stopListening(this);
        navigation.back(COLLECT_PAGE);
        return;
      }
      const page = resultPage(attempt);
      if (page !== 'pending') {
        stopListening(this);
        feedback.signal(page);
        navigation.replace(attemptPage(attempt));
        return;
      }
      const view = pendingView(attempt, watcher.asking(attempt.id), session);
      // Only the end of a wait that staff have seen here: an old one that is opened is no event.
      if (this.data.tone === 'waiting' && this.data.heading !== '' && view.tone === 'unknown') {
        feedback.signal('unknown');
      }
      setChanged(this, { ...view });
      feedback.keepScreenOn(isWatched(attempt));
    },

    onAsk() {
      void services().watcher.askNow(this.data.id);
    },
    onNext() {
      services().navigation.back(COLLECT_PAGE);
    },
    onSignIn() {
      services().navigation.open(LOGIN_PAGE);
    },

    onPaid() {
      this.setData({ closing: 'paid', closingProblem: '' });
    },
    onNotPaid() {
      this.setData({ closing: 'notPaid', closingProblem: '' });
    },
    onClosingCancel() {
      this.setData({ closing: '' });
    },
    onClosingConfirm(event: WechatMiniprogram.CustomEvent<{ note: string }>) {
      void oneAtATime(this, async () => {
        this.setData({ closingAsking: true, closingProblem: '' });
        const { id, closing: kind } = this.data;
        const { closing } = services();
        try {
          const { note } = event.detail;
          await (kind === 'paid' ? closing.paid(id, note) : closing.notPaid(id, note));
          this.setData({ closingAsking: false, closing: '' });
        } catch (error) {
          const closingProblem = problemText(toCashierError(error));
          this.setData({ closingAsking: false, closingProblem });
        }
      });
    },
  },
});
