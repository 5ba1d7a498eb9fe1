import { isListening, listen } from '../../components/shared/listen';
import { problemText } from '../../services/problem-text';
import { sentences } from '../../config/words';
import type { Attempt } from '../../core/attempt';
import { parseBillNumber, sameBill } from '../../core/bill';
import { suggestedAmount } from '../../core/bill-account';
import {
  changeBill,
  type CollectForm,
  followAccount,
  pressAmountKey,
  takeSuggestion,
} from '../../core/collect-form';
import type { KeypadKey } from '../../core/keypad';
import { groupTyped, parseYuan } from '../../core/money';
import { toCashierError } from '../../services/to-cashier-error';
import { refusalPage } from '../../services/refusal';
import { services } from '../../services/services';
import { collectPayment } from '../shared/collect-payment';
import { untilHidden } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { attemptPage, LOGIN_PAGE, RECORDS_PAGE, SETTINGS_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { billView } from './bill-view';
import {
  billOrNull,
  blockingAttempt,
  collectView,
  oldestConflict,
  oldestUndecided,
} from './collect-view';
import { askToGoOn, checkEarly } from './early-check';
import { initialData } from './initial-data';
import { launchNotice } from './launch-notice';
import { sheetView } from './sheet-view';

Component({
  data: initialData,
  methods: {
    onLoad(query: Record<string, unknown>) {
      this.data.query = query;
    },
    onShow() {
      // WeChat's own home key leads here also where there are no services to wait for.
      const refusal = refusalPage();
      if (refusal !== null) {
        void wx.redirectTo({ url: refusal });
        return;
      }
      void listen(this, (all, refresh) => {
        const { session, attempts, updates, trouble, networkQuality } = all;
        const { collector, desk, launch } = all;
        launch.arrive(this.data.query);
        this.data.query = {};
        return [
          attempts.subscribe(() => {
            desk.refreshIfStale();
            refresh();
          }),
          session.subscribe(refresh),
          collector.subscribe(refresh),
          desk.subscribe(() => {
            this.onDeskChange();
          }),
          trouble.subscribe(refresh),
          updates.subscribe(refresh),
          networkQuality.subscribe(refresh),
        ];
      }).then((shown) => {
        if (!shown) return;
        const all = services();
        // Entered while nobody was signed in, it could not be read.
        all.desk.open(billOrNull(all, all.draft.get().bill));
        all.desk.refreshIfStaleOrFailed();
        this.sendToSignIn();
      });
    },
    ...untilHidden,

    /** Once in the life of this page: whoever wants to look around unsigned may. */
    sendToSignIn() {
      const { session, visibility, navigation } = services();
      if (session.current() !== null || session.wasRefused() || this.data.sentToSignIn) return;
      this.data.sentToSignIn = true;
      visibility.whenVisible(() => {
        navigation.open(LOGIN_PAGE);
      });
    },

    /** Shows everything as it stands; the draft may have been changed by a result page or a link. */
    refresh() {
      this.followLaunch();
      const all = services();
      const form = all.draft.get();
      if (form.bill !== this.data.bill) this.showBill(form.bill);
      setChanged(this, {
        live: true,
        ...collectView(all, form.bill),
        ...billView(all, form),
        ...sheetView(all, this.data.sheetOpen),
      });
    },

    /** Puts a text into the field and lays the bill it names on the desk. */
    showBill(bill: string) {
      const all = services();
      this.setData({ bill, problem: '' });
      this.data.agreed = '';
      all.desk.open(billOrNull(all, bill));
    },

    followLaunch() {
      const step = services().launch.take();
      if (step === null) return;
      setChanged(this, { ...launchNotice(step), problem: '' });
      if (step.kind === 'open') this.openAttempt(step.attempt);
    },

    /** What a link has replaced comes back. */
    onPutBack() {
      const { replaced } = this.data;
      if (replaced !== null) services().draft.set(replaced);
      this.setData({ launchNotice: '', replaced: null });
      this.refresh();
    },

    onDeskChange() {
      const { desk, draft } = services();
      const account = desk.account();
      if (account !== null) {
        const before = draft.get();
        const after = followAccount(before, account);
        draft.set(after);
        if (before.origin === 'launch' && after.origin === 'filled') {
          this.setData({ problem: sentences.linkAmountReplaced(groupTyped(before.amount)) });
        }
      }
      this.refresh();
    },

    onBillInput(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { value } = event.detail;
      const { draft, desk } = services();
      const before = draft.get();
      // The field shows what is typed already; sending it back would race with typing.
      this.data.bill = value;
      draft.set(changeBill(before, value));
      if (!sameBill(before.bill, value)) {
        this.data.agreed = '';
        setChanged(this, { problem: '', launchNotice: '', replaced: null });
        desk.open(null);
      }
      this.refresh();
    },

    /** Typing is over: now the field's text may be sent to it, so that an empty one empties it later. */
    onBillDone() {
      const all = services();
      const { bill } = all.draft.get();
      this.setData({ bill });
      all.desk.open(billOrNull(all, bill));
      this.refresh();
    },

    onScanBill() {
      void oneAtATime(this, async () => {
        try {
          const { scanner, launch } = services();
          const text = await scanner.scan('bill');
          if (text === null) return;
          const step = launch.scanned(text);
          const notice = launchNotice(step);
          if (step.kind === 'refused') {
            this.setData({ problem: notice.launchNotice });
            return;
          }
          this.showBill(step.bill);
          this.setData({ ...notice });
          this.refresh();
        } catch (error) {
          this.setData({ problem: problemText(toCashierError(error)) });
        }
      });
    },

    onRetryJournal() {
      const { attempts, clock } = services();
      // It was about the same.
      this.setData({ problem: '' });
      void attempts.load(clock.now());
    },

    onRetryBill() {
      void services().desk.reload();
    },

    onOpenSheet() {
      this.setData({ sheetOpen: true });
      this.refresh();
    },
    onCloseSheet() {
      this.setData({ sheetOpen: false });
    },

    onKey(event: WechatMiniprogram.CustomEvent<{ key: KeypadKey }>) {
      const { draft, feedback } = services();
      const before = draft.get();
      const after = pressAmountKey(before, event.detail.key);
      // A key that does nothing is not felt.
      if (after.amount !== before.amount) feedback.vibrate('tick');
      this.setForm(after);
    },

    onFill() {
      const { draft, desk } = services();
      const account = desk.account();
      const suggestion = account === null ? null : suggestedAmount(account);
      if (suggestion !== null) this.setForm(takeSuggestion(draft.get(), suggestion));
    },

    setForm(form: CollectForm) {
      services().draft.set(form);
      setChanged(this, { problem: '' });
      this.refresh();
    },

    onCollect() {
      const { session, navigation } = services();
      if (session.current() === null) {
        navigation.open(LOGIN_PAGE);
        return;
      }
      void oneAtATime(this, async () => {
        this.setData({ starting: true, problem: '' });
        const problem = await this.collect();
        // Words that have come while the figures were waited for stay.
        setChanged(this, { starting: false, ...(problem === '' ? {} : { problem }) });
        if (problem !== '') services().feedback.vibrate('long');
      });
    },

    async collect(): Promise<string> {
      const all = services();
      const { settings, navigation, draft } = all;
      try {
        const form = draft.get();
        const bill = parseBillNumber(form.bill, settings.billNumberPattern);
        const amount = parseYuan(form.amount);
        const asked = `${bill} ${amount}`;
        const check = await checkEarly(all, bill, amount, async (question) => {
          if (this.data.agreed !== asked && (await askToGoOn(question))) this.data.agreed = asked;
          return this.data.agreed === asked;
        });
        if (check.kind === 'stop') return check.words;
        // Staff have gone on to another page while the figures were waited for.
        if (!isListening(this)) return '';
        return await collectPayment(bill, amount, (url) => {
          this.data.agreed = '';
          navigation.open(url);
        });
      } catch (error) {
        return problemText(toCashierError(error));
      }
    },

    openAttempt(attempt: Attempt | null) {
      if (attempt !== null) services().navigation.open(attemptPage(attempt));
    },

    onViewBanner() {
      this.openAttempt(oldestUndecided(services()));
    },

    onViewConflict() {
      this.openAttempt(oldestConflict(services()));
    },

    onRecords() {
      services().navigation.open(RECORDS_PAGE);
    },

    onSettings() {
      services().navigation.open(SETTINGS_PAGE);
    },

    onRestart() {
      services().updates.restart();
    },

    onViewBlocking() {
      this.openAttempt(blockingAttempt(services(), this.data.bill));
    },
  },
});
