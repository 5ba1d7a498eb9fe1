import { problemText } from '../../services/problem-text';
import { words } from '../../config/words';
import { remaining } from '../../core/attempt';
import { parseBillNumber } from '../../core/bill';
import { type KeypadKey, pressKey } from '../../core/keypad';
import { displayYuan, groupTyped, parseYuan } from '../../core/money';
import { stripScanNoise } from '../../core/payment-code';
import { toCashierError } from '../../services/problems';
import { services, servicesReady } from '../../services/services';
import { collectPayment } from '../shared/collect-payment';
import { observe, stopObserving } from '../shared/observe';
import { oneAtATime } from '../shared/one-at-a-time';
import { attemptPage, LOGIN_PAGE, RECORDS_PAGE, SETTINGS_PAGE } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import {
  billOrNull,
  blockingAttempt,
  collectView,
  oldestConflict,
  oldestUndecided,
} from './collect-view';

const NOT_READ = { due: words.notRead, collected: words.notRead, remaining: words.notRead };

Component({
  data: {
    words: words.collect,
    yuan: words.yuan,
    bill: '',
    amount: '',
    amountText: '',
    figures: NOT_READ,
    update: words.update,
    updateReady: false,
    weakNetwork: '',
    conflicts: '',
    banner: '',
    blocked: false,
    journalNotice: words.collect.readingJournal,
    ready: false,
    action: words.collect.collect,
    starting: false,
    problem: '',
    /** Staff are sent to the sign-in page once by themselves; after that the key 登录 is there. */
    sentToSignIn: false,
  },
  methods: {
    async onShow() {
      const all = await servicesReady();
      const { session, attempts, updates, trouble, networkQuality } = all;
      const { navigation, visibility } = all;
      const refresh = (): void => {
        this.refresh();
      };
      observe(
        this,
        attempts.subscribe(refresh),
        session.subscribe(refresh),
        trouble.subscribe(refresh),
        updates.subscribe(refresh),
        networkQuality.subscribe(refresh),
      );
      this.takeDraft();
      this.refresh();
      if (session.current() === null && !session.wasRefused() && !this.data.sentToSignIn) {
        this.data.sentToSignIn = true;
        visibility.whenVisible(() => {
          navigation.open(LOGIN_PAGE);
        });
      }
    },
    onHide() {
      stopObserving(this);
    },
    onUnload() {
      stopObserving(this);
    },

    /** A result page may have filled in or emptied the draft. */
    takeDraft() {
      const { bill, amount } = services().draft.get();
      if (bill === this.data.bill && amount === this.data.amount) return;
      this.setBill(bill);
      this.setAmount(amount);
    },

    refresh() {
      setChanged(this, { ...collectView(services(), this.data.bill) });
    },

    onBillInput(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      // The field shows what is typed already; sending it back would race with typing.
      this.data.bill = event.detail.value;
      services().draft.set({ bill: this.data.bill, amount: this.data.amount });
      setChanged(this, { figures: NOT_READ, problem: '' });
      this.refresh();
    },

    onBillDone() {
      void this.readFigures();
    },

    onScanBill() {
      void oneAtATime(this, async () => {
        try {
          const { scanner, settings } = services();
          const text = await scanner.scan();
          if (text === null) return;
          this.setBill(parseBillNumber(stripScanNoise(text), settings.billNumberPattern));
          this.setData({ problem: '' });
        } catch (error) {
          this.setData({ problem: problemText(toCashierError(error)) });
        }
      });
    },

    setBill(bill: string) {
      this.setData({ bill, figures: NOT_READ });
      services().draft.set({ bill, amount: this.data.amount });
      this.refresh();
      void this.readFigures();
    },

    /** Fills in the bill's figures; what cannot be read stays —. */
    async readFigures() {
      const all = services();
      const bill = billOrNull(all, this.data.bill);
      if (bill === null || all.session.current() === null) return;
      const typed = this.data.bill;
      const reading = await all.bills.query(bill, true).catch(() => null);
      const figures = reading?.figures ?? null;
      // Another bill may have been typed meanwhile.
      if (figures === null || typed !== this.data.bill) return;
      const { due, collected } = figures;
      setChanged(this, {
        figures: {
          due: displayYuan(due),
          collected: displayYuan(collected),
          remaining: displayYuan(remaining(figures)),
        },
      });
    },

    onKey(event: WechatMiniprogram.CustomEvent<{ key: KeypadKey }>) {
      const amount = pressKey(this.data.amount, event.detail.key);
      // A key that does nothing is not felt.
      if (amount !== this.data.amount) services().feedback.vibrate('tick');
      this.setAmount(amount);
    },

    setAmount(amount: string) {
      setChanged(this, { amount, amountText: groupTyped(amount), problem: '' });
      services().draft.set({ bill: this.data.bill, amount });
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
        this.setData({ starting: false, problem });
        if (problem !== '') services().feedback.vibrate('long');
      });
    },

    async collect(): Promise<string> {
      const { settings, navigation } = services();
      try {
        const bill = parseBillNumber(this.data.bill, settings.billNumberPattern);
        return await collectPayment(bill, parseYuan(this.data.amount), navigation.open);
      } catch (error) {
        return problemText(toCashierError(error));
      }
    },

    onViewBanner() {
      const attempt = oldestUndecided(services());
      if (attempt !== null) services().navigation.open(attemptPage(attempt));
    },

    onViewConflict() {
      const attempt = oldestConflict(services());
      if (attempt !== null) services().navigation.open(attemptPage(attempt));
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
      const attempt = blockingAttempt(services(), this.data.bill);
      if (attempt !== null) services().navigation.open(attemptPage(attempt));
    },
  },
});
