import { type Attempt, type BillReading, prepareAttempt } from '../../../miniprogram/core/attempt';
import { parseBillNumber } from '../../../miniprogram/core/bill';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { fen } from '../../../miniprogram/core/money';
import { applyEvent, type AttemptEvent } from '../../../miniprogram/core/transitions';
import { judgeBarcodeAnswer } from '../../../miniprogram/core/verdict';
import { settings } from '../../../miniprogram/config/settings';
import { type AttemptStore, createAttemptStore } from '../../../miniprogram/services/attempt-store';
import { endWatch, applyReading } from '../../../miniprogram/services/apply-reading';
import { createJournal } from '../../../miniprogram/services/journal';
import { readRecord, type StoredAttempt } from '../judge/stored';
import { type Event, LIMITS } from './events';
import { AMOUNT, type Due, ServerSide } from './server-side';
import { SteppedStorage } from './stepped-storage';

const ID = 'a1';
const SERVER = 'https://pos.example.com';
const BILL = parseBillNumber('XS0001');
const NO_ANSWER: HttpOutcome = { kind: 'noAnswer', reason: 'timeoutOrNetwork' };

const bare = (status: number): HttpOutcome => ({ kind: 'answer', status, headers: {}, body: '' });

/** One attempt between a phone and a server, with the app's own journal, verdicts and evidence. */
export class OneAttempt {
  readonly server: ServerSide;
  /** `submitted` did not stand in the storage when the call left. */
  sentUnwritten = false;
  private readonly storage = new SteppedStorage();
  private store: AttemptStore | null;
  private lastAnswer: HttpOutcome | null = null;
  private reading: { readonly then: readonly Attempt[]; readonly told: BillReading } | null = null;
  private late = false;
  private timedOut = false;
  private kills = 0;
  private failedWrites = 0;
  private repeated = 0;

  constructor(due: Due) {
    this.server = new ServerSide(due);
    this.store = this.open();
    void this.store.load(0);
  }

  alive(): boolean {
    return this.store !== null;
  }

  attempt(): Attempt | null {
    return this.store?.get(ID) ?? null;
  }

  blocked(): boolean {
    return this.store?.blocking(SERVER, BILL) !== null;
  }

  stored(): StoredAttempt | null {
    const slots = [this.slot(0), this.slot(1)];
    return slots.reduce((a, b) => ((b?.sequence ?? 0) > (a?.sequence ?? 0) ? b : a), null);
  }

  possible(): Event[] {
    const { server, store } = this;
    const events: Event[] = [];
    const may = (event: Event, when: boolean): void => {
      if (when) events.push(event);
    };
    const travelling = server.request === 'travelling';
    may('serverCharges', travelling);
    may('serverAsks', travelling);
    may('serverDeclines', travelling);
    may('deliveredAgain', server.answer !== null && server.deliveries < LIMITS.deliveries);
    may('customerPays', server.customer === 'asked');
    may('customerCancels', server.customer === 'asked');
    may('cash', !server.cash);
    may('minutePasses', !this.late && server.request !== 'unsent');
    if (store === null) return [...events, 'restart'];

    const attempt = this.attempt();
    const writing = this.storage.waiting > 0;
    const open = this.kills === 0;
    may('tap', open && server.request === 'unsent' && attempt === null && !writing);
    may('writeDone', writing);
    may('writeFails', writing && this.failedWrites < LIMITS.failedWrites);
    may('refused4xx', open && travelling);
    may('timesOut', open && !this.timedOut && (travelling || server.answer !== null));
    may('answerArrives', open && server.answer !== null);
    may('answer5xx', open && server.answer !== null && !this.timedOut);
    may('answerAgain', this.lastAnswer !== null && this.repeated < LIMITS.repeatedAnswers);
    may('queryReads', attempt !== null && this.reading === null);
    may('queryAnswers', this.reading !== null);
    may('queryLost', this.reading !== null);
    may('staffPaid', attempt?.state === 'unresolved');
    may('staffNotPaid', attempt?.state === 'unresolved');
    may('acknowledge', attempt?.state === 'conflict' && attempt.acknowledgedAt === null);
    may('killed', this.kills < LIMITS.kills);
    may('killedTorn', writing && this.kills < LIMITS.kills);
    may('killedWritten', writing && this.kills < LIMITS.kills);
    return events;
  }

  /** Lets one event happen; what it starts has come to rest when the promise resolves. */
  async happen(event: Event): Promise<void> {
    this.events[event]();
    await new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
  }

  private readonly events: Readonly<Record<Event, () => void>> = {
    tap: () => this.tap(),
    writeDone: () => this.storage.finish(true),
    writeFails: () => {
      this.failedWrites += 1;
      this.storage.finish(false);
    },
    refused4xx: () => {
      this.server.request = 'over';
      this.tell(bare(404));
    },
    serverCharges: () => this.server.arrives('collected'),
    serverAsks: () => this.server.arrives('awaiting'),
    serverDeclines: () => this.server.arrives('declined'),
    deliveredAgain: () => this.server.deliveredAgain(),
    timesOut: () => {
      this.timedOut = true;
      this.tell(NO_ANSWER);
    },
    answerArrives: () => {
      this.lastAnswer = this.server.takeAnswer();
      this.tell(this.lastAnswer);
    },
    answer5xx: () => {
      this.server.answer = null;
      this.tell(bare(502));
    },
    answerAgain: () => {
      this.repeated += 1;
      this.tell(this.lastAnswer ?? NO_ANSWER);
    },
    customerPays: () => this.server.decides(true),
    customerCancels: () => this.server.decides(false),
    cash: () => {
      this.server.cash = true;
    },
    queryReads: () => {
      const then = this.store?.onBill(SERVER, BILL) ?? [];
      this.reading = { then, told: this.server.read(this.now()) };
    },
    queryAnswers: () => this.queryAnswers(),
    queryLost: () => {
      this.reading = null;
    },
    minutePasses: () => {
      this.late = true;
    },
    staffPaid: () => this.apply({ type: 'staffPaid', by: '1001', note: '查过', at: this.now() }),
    staffNotPaid: () =>
      this.apply({ type: 'staffNotPaid', by: '1001', note: '查过', at: this.now() }),
    acknowledge: () => this.apply({ type: 'acknowledge', at: this.now() }),
    killed: () => this.kill('lost'),
    killedTorn: () => this.kill('torn'),
    killedWritten: () => this.kill('written'),
    restart: () => {
      this.store = this.open();
      void this.store.load(this.now());
    },
  };

  private open(): AttemptStore {
    return createAttemptStore(createJournal(this.storage.ofThisRun()));
  }

  private now(): number {
    return this.late ? 61_000 : 1_000;
  }

  private apply(event: AttemptEvent): void {
    this.store?.apply(ID, event);
  }

  private tap(): void {
    const baseline = this.server.read(this.now());
    const start = { id: ID, server: SERVER, user: '1001', bill: BILL, amount: fen(AMOUNT) };
    const prepared = prepareAttempt({ ...start, maskedCode: '13****89', baseline }, this.now());
    const attempt = applyEvent(prepared, { type: 'submit', at: this.now() });
    const { store, server } = this;
    store?.add(attempt).then(
      () => {
        // As the collector does: the call leaves as soon as the attempt is durable.
        if (store !== this.store) return;
        server.request = 'travelling';
        this.sentUnwritten = this.stored()?.attempt.state !== 'submitted';
      },
      () => {
        server.request = 'over';
      },
    );
  }

  private tell(outcome: HttpOutcome): void {
    this.apply({
      type: 'answer',
      verdict: judgeBarcodeAnswer(outcome, BILL, settings),
      at: this.now(),
    });
  }

  private queryAnswers(): void {
    const { reading, store } = this;
    this.reading = null;
    if (reading === null || store === null) return;
    applyReading(store, reading.then, reading.told, this.now());
    endWatch(store, ID, reading.told, this.now(), settings.watch);
  }

  private kill(fate: 'lost' | 'torn' | 'written'): void {
    this.kills += 1;
    this.storage.die(fate);
    this.store = null;
    this.reading = null;
    this.lastAnswer = null;
    if (this.server.request === 'unsent') this.server.request = 'over';
  }

  private slot(slot: 0 | 1): StoredAttempt | null {
    return recordIn(this.storage.stored.get(`attempt:${ID}:${slot}`) ?? '');
  }

  /** Two situations with the same key go on alike. */
  key(): string {
    const slots = [this.slot(0), this.slot(1)];
    const newest = Math.max(...slots.map((record) => record?.sequence ?? 0));
    const mayRepeat = this.repeated < LIMITS.repeatedAnswers && this.lastAnswer !== null;
    return [
      this.alive(),
      shape(this.attempt()),
      ...slots.map((record) => `${record?.sequence === newest} ${shape(record?.attempt)}`),
      this.storage.stored.size,
      this.storage.shape((value) => shape(recordIn(value)?.attempt)),
      this.server.key(),
      mayRepeat ? JSON.stringify(this.lastAnswer) : this.repeated,
      this.reading === null ? '' : JSON.stringify(this.reading.told) + shape(this.reading.then[0]),
      [this.late, this.timedOut, this.kills, this.failedWrites].join(' '),
    ].join('|');
  }
}

const records = new Map<string, StoredAttempt | null>();
const MOST_RECORDS = 20_000;

/** Most of what a storage holds has stood in another before, word for word. */
function recordIn(text: string): StoredAttempt | null {
  const known = records.get(text);
  if (known !== undefined) return known;
  if (records.size >= MOST_RECORDS) records.clear();
  const record = readRecord(text, ID);
  records.set(text, record);
  return record;
}

function shape(attempt: Attempt | null | undefined): string {
  if (!attempt) return '-';
  const { state, proof, recheck, billComplete, closing, acknowledgedAt } = attempt;
  const { figures } = attempt.baseline;
  const facts = [proof, recheck, billComplete, closing !== null, acknowledgedAt !== null];
  return [state, ...facts, attempt.stateAt > 60_000, figures?.collected].join(',');
}
