import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { billAskedFor, fenOf, foldNumber } from '../model/bills';
import type { Phone } from '../phone/phone';
import type { Verdicts } from './verdicts';

export interface OpenRead {
  readonly bill: string;
  readonly receipt: boolean;
  readonly run: number;
  /** True time. */
  readonly sentAt: number;
  /** Asked by the watch, not before a charge. */
  readonly byWatch: boolean;
}

/** What the app was told of a bill lately, newest last. `sentAt`: true time. */
export interface Told {
  readonly states: { readonly sentAt: number; readonly payState: string | null }[];
  /** fen; NaN where the figure cannot be computed with. */
  readonly receipts: { readonly sentAt: number; readonly real: number; readonly cost: number }[];
}

type Tag = Readonly<Record<string, unknown>>;

/** A slow answer may come in between: look at a few, not at the last one alone. */
const KEPT = 4;

/** Listens to a phone's reads: what it can know, and that it asks no more than it may. */
export class Reads {
  private readonly told = new Map<string, Told>();
  private open: OpenRead[] = [];
  /** The newest query of each attempt that has been seen leaving. */
  private readonly queriesSeen = new Map<string, number>();
  private readonly tags = new Map<string, Tag | null>();
  queries = 0;

  constructor(
    private readonly phone: Phone,
    private readonly verdicts: Verdicts,
  ) {}

  of(bill: string): Told {
    const known = this.told.get(bill);
    if (known !== undefined) return known;
    const told: Told = { states: [], receipts: [] };
    this.told.set(bill, told);
    return told;
  }

  onStart(): void {
    this.open = [];
    this.told.clear();
    this.queriesSeen.clear();
  }

  onSend(request: HttpRequest, now: number): OpenRead | null {
    const { process, visible } = this.phone;
    const mainRow = request.url.includes('/MainRow/');
    if (process === null || (!mainRow && !request.url.includes('/Print/Content/'))) return null;
    const bill = foldNumber(billAskedFor(request.url));
    const byWatch = mainRow && this.askedByWatch(bill);
    if (byWatch) this.queries += 1;
    if (byWatch && !visible) {
      this.verdicts.add('asks while hidden', `${this.phone.name} asks about ${bill}`);
    }
    if (byWatch && this.open.some((read) => read.byWatch)) {
      this.verdicts.add('one query in flight', `${this.phone.name} asks about ${bill} as well`);
    }
    const read = { bill, receipt: !mainRow, run: process.run, sentAt: now, byWatch };
    this.open.push(read);
    return read;
  }

  onEnd(read: OpenRead, outcome: HttpOutcome): void {
    this.open = this.open.filter((other) => other !== read);
    if (outcome.kind !== 'answer') return;
    const tag = outcome.status === 200 ? this.tagIn(outcome.body, read.bill) : null;
    if (tag === null) return;
    const { sentAt } = read;
    const { states, receipts } = this.of(read.bill);
    if (read.receipt) {
      const [real, cost] = [fenOf(String(tag['real'])), fenOf(String(tag['cost']))];
      receipts.push({ sentAt, real, cost });
      if (receipts.length > KEPT) receipts.shift();
      return;
    }
    const payState = typeof tag['paystate'] === 'string' ? tag['paystate'] : null;
    states.push({ sentAt, payState });
    if (states.length > KEPT) states.shift();
  }

  /** Most answers have come before, word for word. */
  private tagIn(body: string, bill: string): Tag | null {
    const known = this.tags.get(body);
    const tag = known === undefined ? tagOf(body) : known;
    if (known === undefined) this.tags.set(body, tag);
    return tag !== null && foldNumber(String(tag['billnum'])) === bill ? tag : null;
  }

  /** The watcher has begun a query about an attempt on this bill: this is its one read of the state. */
  private askedByWatch(bill: string): boolean {
    const services = this.phone.process?.services;
    if (!services) return false;
    const asked = services.attempts.all().find(({ id, bill: number }) => {
      if (foldNumber(number) !== bill) return false;
      const { inFlight, queries } = services.watcher.asking(id);
      return inFlight && queries > (this.queriesSeen.get(id) ?? 0);
    });
    if (asked === undefined) return false;
    this.queriesSeen.set(asked.id, services.watcher.asking(asked.id).queries);
    return true;
  }
}

function tagOf(body: string): Tag | null {
  try {
    const { errcode, tag } = JSON.parse(body) as { errcode: unknown; tag: unknown };
    if (errcode !== 0 || typeof tag !== 'object' || tag === null) return null;
    return tag as Tag;
  } catch {
    return null;
  }
}
