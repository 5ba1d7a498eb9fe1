import { listen } from '../../components/shared/listen';
import { recordsCsvWords, sentences, words } from '../../config/words';
import { type Attempt, isUndecided } from '../../core/attempt';
import { isFiltered, selectRecords } from '../../core/record-list';
import { recordsCsv } from '../../core/records-csv';
import { dayAfter, formatDay, isSameDay, untilMidnight } from '../../core/time';
import { problemText } from '../../services/problem-text';
import { toCashierError } from '../../services/to-cashier-error';
import { services } from '../../services/services';
import { untilHidden } from '../shared/lifecycle';
import { oneAtATime } from '../shared/one-at-a-time';
import { recordPage } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { type RecordSection, recordsView, type TotalRow } from './records-view';

/** Lines that 显示更多 adds, and as many as the page holds at once: WeChat wants less than 1000 nodes. */
const STEP = 50;
const MOST = 100;

Component({
  data: {
    words: words.records,
    loading: true,
    problem: '',
    damaged: '',
    damagedIds: '',
    /** As typed. */
    filter: '',
    /** A moment of the day shown; 0: today, whatever day it is. */
    day: 0,
    dayText: '',
    dayShort: '',
    shiftFrom: '',
    mayGoForward: false,
    totals: [] as readonly TotalRow[],
    sections: [] as readonly RecordSection[],
    empty: '',
    hasMore: false,
    hasNewer: false,
    anyUndecided: false,
    from: 0,
    count: STEP,
    asking: false,
    /** What the last 查询 brought. */
    asked: '',
    /** The question which records to export. */
    choosing: false,
    choiceShown: '',
    choiceAll: '',
  },
  methods: {
    ...untilHidden,
    onShow() {
      void listen(this, ({ attempts, session, shift, clock }, refresh) => {
        let stopMidnight = (): void => undefined;
        const atMidnight = (): void => {
          stopMidnight = clock.after(untilMidnight(clock.now()), () => {
            refresh();
            atMidnight();
          });
        };
        atMidnight();
        return [
          attempts.subscribe(refresh),
          session.subscribe(refresh),
          shift.subscribe(refresh),
          () => {
            stopMidnight();
          },
        ];
      });
    },

    refresh() {
      const { attempts, shift, clock } = services();
      const problem = attempts.loadProblem();
      const damaged = attempts.damaged();
      const { day, filter, from, count } = this.data;
      setChanged(this, {
        loading: !attempts.loaded() && problem === null,
        problem: problem === null ? '' : problemText(problem),
        damaged: damaged.length === 0 ? '' : sentences.damaged(damaged.length),
        damagedIds: damaged.length === 0 ? '' : sentences.damagedIds(damaged),
        ...recordsView(this.here(), {
          now: clock.now(),
          day,
          filter,
          from,
          count,
          shiftSince: shift.since(),
        }),
      });
    },

    /** A develop phone may have talked to other servers. */
    here(): readonly Attempt[] {
      const { attempts, session } = services();
      return attempts.all().filter(({ server }) => server === session.server.baseUrl);
    },

    onRetry() {
      const { attempts, clock } = services();
      void oneAtATime(this, async () => {
        this.setData({ loading: true, problem: '' });
        await attempts.load(clock.now());
        this.refresh();
      });
    },

    look(change: Partial<{ filter: string; day: number; from: number; count: number }>) {
      this.setData({ from: 0, count: STEP, ...change });
      this.refresh();
    },
    onFilter(event: WechatMiniprogram.Input) {
      this.look({ filter: event.detail.value });
    },
    onClearFilter() {
      this.look({ filter: '' });
    },
    onPreviousDay() {
      this.goToDay(-1);
    },
    onNextDay() {
      this.goToDay(1);
    },
    goToDay(days: number) {
      const now = services().clock.now();
      const day = dayAfter(this.data.day === 0 ? now : this.data.day, days);
      // Today is whatever day it is: over midnight the page goes along.
      this.look({ day: isSameDay(day, now) || day > now ? 0 : day });
    },
    onMore() {
      const { from, count } = this.data;
      if (count < MOST) this.look({ from, count: count + STEP });
      else this.turnTo(from + MOST);
    },
    onNewer() {
      this.turnTo(Math.max(0, this.data.from - MOST), MOST);
    },
    turnTo(from: number, count: number = STEP) {
      this.look({ from, count });
      void wx.pageScrollTo({ selector: '#list', duration: 0 });
    },

    onOpen(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      services().navigation.open(recordPage(id));
    },

    onAskAll() {
      void oneAtATime(this, async () => {
        this.setData({ asking: true, asked: '' });
        const ids = this.here()
          .filter(isUndecided)
          .map(({ id }) => id);
        let asked: string;
        try {
          const { decided, open, failed, problem } = await services().inquiry.about(ids);
          const why = problem === null ? '' : problemText(problem);
          asked = sentences.inquiry(decided, open, failed, why);
        } catch (error) {
          asked = problemText(toCashierError(error));
        }
        this.setData({ asking: false, asked });
      });
    },

    /** The records on the screen, and those on its further pages. */
    shown(): readonly Attempt[] {
      const { clock } = services();
      const { day, filter } = this.data;
      const selection = { day: day === 0 ? clock.now() : day, filter };
      const { conflicts, undecided, rest } = selectRecords(this.here(), selection);
      if (isFiltered(filter)) return [...conflicts, ...undecided, ...rest];
      const ofDay = ({ preparedAt }: Attempt): boolean => isSameDay(preparedAt, selection.day);
      return [...conflicts, ...undecided, ...rest].filter(ofDay);
    },
    shownName(): string {
      const { day, filter } = this.data;
      if (isFiltered(filter)) return words.records.found;
      return formatDay(day === 0 ? services().clock.now() : day);
    },
    onExport() {
      this.setData({
        choosing: true,
        choiceShown: sentences.exportChoice(this.shownName(), this.shown().length),
        choiceAll: sentences.exportChoice(words.records.exportAll, this.here().length),
      });
    },
    onExportShown() {
      this.exportRecords(this.shown(), this.shownName());
    },
    onExportAll() {
      this.exportRecords(this.here(), formatDay(services().clock.now()));
    },
    onExportCancel() {
      this.setData({ choosing: false });
    },
    exportRecords(attempts: readonly Attempt[], name: string) {
      this.setData({ choosing: false });
      void services().exportFile.offer({
        name: sentences.exportName(name),
        extension: 'csv',
        text: recordsCsv(attempts, recordsCsvWords),
        summary: sentences.exportSummary(attempts.length),
      });
    },
  },
});
