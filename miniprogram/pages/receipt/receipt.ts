import { listen } from '../../components/shared/listen';
import { sentences, words } from '../../config/words';
import type { PartLine } from '../../components/bill-parts/bill-parts';
import type { Fact } from '../../components/fact-list/fact-list';
import { formatDateTime } from '../../core/time';
import { problemText } from '../../services/problem-text';
import { toCashierError } from '../../services/to-cashier-error';
import type { Receipt } from '../../services/receipts';
import { services } from '../../services/services';
import { attemptLifecycle } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { partLines } from '../shared/part-lines';
import { COLLECT_PAGE, LOGIN_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';
import { receiptView, type RowLine } from './receipt-view';

/** What each page has read: a whole receipt is too much for `data`. */
const receipts = new WeakMap<object, Receipt>();

Component({
  data: {
    words: words.receipt,
    id: '',
    bill: '',
    shop: '',
    rows: [] as readonly (readonly RowLine[])[],
    moreRows: '',
    figures: [] as readonly Fact[],
    parts: [] as readonly PartLine[],
    readAt: '',
    loading: true,
    problem: '',
    signInNeeded: false,
  },
  methods: {
    ...attemptLifecycle,
    onShow() {
      void listen(this, ({ attempts }, refresh) => {
        if (!receipts.has(this)) this.read();
        return [attempts.subscribe(refresh)];
      });
    },

    /** This phone's parts change without the server. At a start on this page the attempt is known only later. */
    refresh() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      const { attempts, clock } = services();
      const onBill = attempts.onBill(attempt.server, attempt.bill);
      const receipt = receipts.get(this);
      setChanged(this, {
        bill: attempt.bill,
        parts: partLines(onBill, clock.now()),
        ...(receipt === undefined ? {} : receiptView(receipt, onBill)),
      });
      if (receipt === undefined && this.data.loading) this.read();
    },

    read() {
      void oneAtATime(this, async () => {
        const attempt = shownAttempt(this.data.id);
        if (attempt === null) return;
        this.setData({ loading: true, problem: '' });
        const { receipts: reader, clock } = services();
        try {
          receipts.set(this, await reader.read(attempt.bill));
          this.setData({ loading: false, readAt: sentences.readAt(formatDateTime(clock.now())) });
          this.refresh();
        } catch (error) {
          const problem = toCashierError(error);
          this.setData({
            loading: false,
            problem: problemText(problem),
            signInNeeded: problem.code === 'notSignedIn' || problem.code === 'sessionRefused',
          });
        }
      });
    },

    onSignIn() {
      services().navigation.open(LOGIN_PAGE);
    },
    onNext() {
      const { draft, navigation } = services();
      if (this.data.bill !== '') draft.charged(this.data.bill);
      navigation.back(COLLECT_PAGE);
    },
  },
});
