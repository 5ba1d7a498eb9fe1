import type { Attempt } from '../../../miniprogram/core/attempt';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { foldNumber } from '../model/bills';
import { keyOf } from '../model/gate';
import type { Post } from '../model/post';
import type { Phone } from '../phone/phone';
import type { World } from '../run/world';
import { judgeChange, judgeTryAgain } from './attempts';
import { judgeLoad } from './loading';
import { judgePost } from './posts';
import { type OpenRead, Reads } from './reads';
import { mustBlock } from './rules';
import { DiskReader } from './stored';
import { Verdicts } from './verdicts';

const RECORD = /^\{"format":\d+,"sequence":(\d+),"attempt":\{"id":"([^"]+)"/;
/** Eighteen digits in a row: nothing that may be stored looks like that. */
const CODE_IN_CLEAR = /\d{18}/;
const HOUR = 3_600_000;
/** A call that began within the shift may be repeated once for the clock, ms. */
const CALL_UNDER_WAY = 60_000;
/** What `mischief` sets a clock by, ms. */
const LONGEST_JUMP = 600_000;

/** What the judge knows of one attempt apart from what the app says. */
export interface Known {
  /** Newest sequence of which the app was told that it is stored. */
  durable: number;
  /** Its storage was cleared or damaged: the app cannot be held to it. */
  excused: boolean;
}

/** One phone under observation. */
export class Watched {
  readonly known = new Map<string, Known>();
  readonly reads: Reads;
  readonly disk = new DiskReader();
  /** Attempts as last seen in this run of the app. */
  readonly seen = new Map<string, Attempt>();
  /** The same in the app's order. */
  row: readonly Attempt[] = [];
  /** True time at which the judge saw each attempt enter its state, and be sent. */
  readonly enteredAt = new Map<string, number>();
  readonly submittedAt = new Map<string, number>();
  /** Durably submitted, the call not yet seen. */
  unsent: Attempt[] = [];
  /** Codes that went into a call, and in which run. */
  readonly codes = new Map<string, number>();
  /** The run whose journal has been judged. */
  loadedRun = 0;

  constructor(
    readonly phone: Phone,
    verdicts: Verdicts,
  ) {
    this.reads = new Reads(phone, verdicts);
  }

  knownOf(id: string): Known {
    const seen = this.known.get(id);
    if (seen !== undefined) return seen;
    const known: Known = { durable: 0, excused: false };
    this.known.set(id, known);
    return known;
  }
}

/** Checks every invariant after every step, against what was really charged. */
export class Judge {
  readonly verdicts: Verdicts;
  readonly posts: Post[] = [];
  readonly postOf = new Map<string, Post>();
  private readonly watched = new Map<Phone, Watched>();
  private readonly secrets: readonly string[];

  constructor(
    private readonly world: World,
    users: readonly string[],
  ) {
    this.verdicts = new Verdicts(() => world.timeline.now);
    this.secrets = users.map(keyOf);
  }

  of(phone: Phone): Watched {
    const known = this.watched.get(phone);
    if (known !== undefined) return known;
    const watched = new Watched(phone, this.verdicts);
    this.watched.set(phone, watched);
    return watched;
  }

  /** Invariant 6: nothing secret reaches the storage. */
  onWrite(phone: Phone, key: string, value: string): void {
    const text = `${key} ${value}`;
    const [, sequence, id] = RECORD.exec(value) ?? [];
    if (sequence === '1' && id !== undefined) {
      this.of(phone).submittedAt.set(id, this.world.timeline.now);
    }
    const secret = this.secrets.some((one) => text.includes(one));
    if (secret || CODE_IN_CLEAR.test(text) || text.includes('Hawk ')) {
      this.verdicts.add('no secret in storage', `${phone.name} writes ${key}`);
    }
  }

  onDurable(phone: Phone, key: string, value: string): void {
    const [, sequence, id] = RECORD.exec(value) ?? [];
    if (sequence === undefined || id === undefined) return;
    const watched = this.of(phone);
    const known = watched.knownOf(id);
    known.durable = Math.max(known.durable, Number(sequence));
    if (sequence !== '1') return;
    this.world.payments += 1;
    const record = watched.disk.one(key, value, id);
    if (record !== null) watched.unsent.push(record.attempt);
  }

  /** A kept session lasts a shift and no longer, over restarts too. */
  onCall(phone: Phone, request: HttpRequest): void {
    if (request.url.endsWith('/Miniprogram/Login')) return;
    const age = phone.clock() - phone.signedInAt;
    // The clock may have been set since the call began.
    const jump = this.world.timeline.now - phone.jumpedAt < CALL_UNDER_WAY ? LONGEST_JUMP : 0;
    if (age > phone.variant.shiftHours * HOUR + CALL_UNDER_WAY + jump) {
      this.verdicts.add('a session ends with its shift', `${phone.name} calls ${request.url}`);
    }
  }

  onPost(phone: Phone, request: HttpRequest): Post {
    const post = judgePost(this.world, this.of(phone), request, this.posts, this.verdicts);
    this.posts.push(post);
    this.postOf.set(post.attemptId, post);
    this.world.log(`${phone.name} POST ${post.bill} ${post.fen} fen`);
    return post;
  }

  onRead(phone: Phone, request: HttpRequest): OpenRead | null {
    return this.of(phone).reads.onSend(request, this.world.timeline.now);
  }

  onReadEnd(phone: Phone, read: OpenRead, outcome: HttpOutcome): void {
    this.of(phone).reads.onEnd(read, outcome);
  }

  onCharge(post: Post): void {
    this.world.log(`charged ${post.chargedFen} fen on ${post.bill} (${post.till})`);
    for (const { seen, phone } of this.watched.values()) {
      const after = phone.name === post.till ? seen.get(post.attemptId) : undefined;
      if (after === undefined) continue;
      judgeTryAgain({ after, before: null, post }, this.verdicts, (rule, text) => {
        this.verdicts.add(rule, `${phone.name} ${after.id.slice(0, 6)}: ${text}`);
      });
    }
  }

  onKill(phone: Phone): void {
    const watched = this.of(phone);
    watched.seen.clear();
    watched.row = [];
    watched.unsent = [];
    watched.reads.onStart();
  }

  /** The storage was cleared, or one record of it damaged: from now on the app is excused. */
  excuse(phone: Phone, id: string | null): void {
    for (const [knownId, known] of this.of(phone).known) {
      if (id === null || id === knownId) Object.assign(known, { durable: 0, excused: true });
    }
    for (const post of this.posts) {
      if (post.till === phone.name && (id === null || id === post.attemptId)) post.excused = true;
    }
  }

  afterStep(phone: Phone): void {
    const services = phone.process?.services;
    const watched = this.of(phone);
    if (!phone.process || !services?.attempts.loaded()) return;
    if (watched.loadedRun !== phone.process.run) {
      watched.loadedRun = phone.process.run;
      judgeLoad(watched, services.attempts, this.verdicts);
    }
    const all = services.attempts.all();
    if (!isSameRow(all, watched.row)) this.judgeChanged(watched, all);
    const news = services.news.current();
    if (news !== null && news.id === phone.page) {
      this.verdicts.add('news is of other bills', `${phone.name} ${news.id.slice(0, 6)}`);
    }
  }

  /** What is as it was has been judged. */
  private judgeChanged(watched: Watched, all: readonly Attempt[]): void {
    const { phone } = watched;
    if (all.length < watched.seen.size) {
      this.verdicts.add('no attempt disappears', `${phone.name} shows ${all.length}`);
    }
    const changed = all.filter((attempt) => watched.seen.get(attempt.id) !== attempt);
    for (const after of changed) this.judge(watched, after, all);
    for (const after of changed) watched.seen.set(after.id, after);
    for (const { server, bill } of changed) this.judgeBlocking(phone, server, bill, all);
    watched.row = all;
  }

  private judge(watched: Watched, after: Attempt, all: readonly Attempt[]): void {
    const { phone, seen, reads } = watched;
    const bill = foldNumber(after.bill);
    const before = seen.get(after.id) ?? null;
    const others = all
      .filter(
        (other) =>
          other.id !== after.id && other.server === after.server && foldNumber(other.bill) === bill,
      )
      .map((other) => ({ before: seen.get(other.id) ?? null, after: other }));
    const post = this.postOf.get(after.id) ?? null;
    const { now } = this.world.timeline;
    if (before?.state !== after.state) {
      const cause = after.history[after.history.length - 1]?.cause ?? '';
      const proof = after.proof ?? '';
      this.world.log(
        `${phone.name} ${after.id.slice(0, 6)} ${after.bill} ${after.state} (${cause} ${proof})`,
      );
    }
    const submittedAt = watched.submittedAt.get(after.id) ?? 0;
    const enteredAt = watched.enteredAt.get(after.id) ?? 0;
    judgeChange(
      { phone, before, after, post, others, reads, now, submittedAt, enteredAt },
      this.verdicts,
    );
    if (before?.state !== after.state) watched.enteredAt.set(after.id, now);
  }

  /** Invariant 4, both ways: blocked while it must be, free as soon as it may. */
  private judgeBlocking(
    phone: Phone,
    server: string,
    bill: Attempt['bill'],
    all: readonly Attempt[],
  ): void {
    const folded = foldNumber(bill);
    const must = all.some(
      (attempt) =>
        attempt.server === server && foldNumber(attempt.bill) === folded && mustBlock(attempt),
    );
    const is = (phone.process?.services?.attempts.blocking(server, bill) ?? null) !== null;
    if (must !== is) {
      this.verdicts.add(
        must ? 'a blocked bill is not charged' : 'a settled bill is free',
        `${phone.name} ${bill} is ${is ? '' : 'not '}blocked`,
      );
    }
  }
}

function isSameRow(one: readonly Attempt[], other: readonly Attempt[]): boolean {
  return one.length === other.length && one.every((attempt, i) => attempt === other[i]);
}
