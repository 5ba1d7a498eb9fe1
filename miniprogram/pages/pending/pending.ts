import { words } from '../../config/words';
import { isWatched } from '../../core/attempt';
import { resultPage } from '../../core/result-page';
import { services, servicesReady } from '../../services/services';
import { observe, stopObserving } from '../shared/observe';
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
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.data.id = query.id ?? '';
    },
    async onShow() {
      const { attempts, watcher, session, feedback } = await servicesReady();
      const refresh = (): void => {
        this.refresh();
      };
      observe(
        this,
        attempts.subscribe(refresh),
        watcher.subscribe(refresh),
        session.subscribe(refresh),
        () => {
          feedback.keepScreenOn(false);
        },
      );
      feedback.keepScreenOn(true);
      this.refresh();
    },
    onHide() {
      stopObserving(this);
    },
    onUnload() {
      stopObserving(this);
    },

    /** Shows the attempt as it stands; once it is decided, its result page takes this one's place. */
    refresh() {
      const { attempts, watcher, session, navigation, feedback } = services();
      if (!attempts.loaded()) return;
      const attempt = attempts.get(this.data.id);
      if (attempt === null) {
        stopObserving(this);
        navigation.back(COLLECT_PAGE);
        return;
      }
      const page = resultPage(attempt);
      if (page !== 'pending') {
        stopObserving(this);
        feedback.vibrate(page === 'success' ? 'short' : 'long');
        navigation.replace(attemptPage(attempt));
        return;
      }
      setChanged(this, {
        ...pendingView(attempt, watcher.asking(attempt.id), session.current() !== null),
      });
      feedback.keepScreenOn(isWatched(attempt));
    },

    onAsk() {
      services().watcher.askNow(this.data.id);
    },
    onNext() {
      services().navigation.back(COLLECT_PAGE);
    },
    onSignIn() {
      services().navigation.open(LOGIN_PAGE);
    },
  },
});
