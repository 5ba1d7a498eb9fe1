import PromiseOverTimers from 'promise-polyfill';
import { AppService } from './app-service';
import { judgeAll } from './judges';
import type { Found, Judgement, Plan } from './plan';
import { Staff } from './scenario';
import { StuckError, Timers } from './timers';
import { preciseTime, tell } from './wire';
import { createWx } from './wx';

/**
 * What an engine runs: a phone with no more than the engine itself gives, a fake `wx` and a person who
 * taps. `PLAN` stands before it in the same script; the host asks for `turn()` until it gives false.
 */
declare const PLAN: Plan;

const global = globalThis as unknown as Record<string, unknown>;
const plan = PLAN;
const timers = new Timers(plan.now);
const problems: string[] = [];
const start = { page: 0, data: 0 };
let began = 0;

timers.install(global);
global['console'] = { log: () => undefined, warn: () => undefined, error: () => undefined };
if (plan.promise === 'timers') {
  PromiseOverTimers._immediateFn = (run) => void timers.after(0, run);
  PromiseOverTimers._unhandledRejectionFn = (reason) => {
    problems.push(`a rejection that nobody caught: ${reasonOf(reason)}`);
  };
  global['Promise'] = PromiseOverTimers;
}

const app = new AppService(plan.pack, () => {
  if (start.data === 0 && start.page !== 0) start.data = (preciseTime() - began) * 1000;
});
app.install(global);
const { wx, storage } = createWx({
  timers,
  stack: app.stack,
  stored: plan.stored,
  killed: () => {
    if (plan.job !== 'kill') return false;
    // Before the answer: what is stored now is all that the next start finds.
    finish([]);
    return true;
  },
});
global['wx'] = wx;
global['turn'] = () => {
  try {
    return timers.turn();
  } catch (thrown) {
    // As WeChat does with what a timer or a call back throws.
    problems.push(`an error that nobody caught: ${reasonOf(thrown)}`);
    if (thrown instanceof StuckError) {
      finish([]);
      return false;
    }
    app.fail(thrown);
    return true;
  }
};

function finish(judged: readonly Judgement[]): void {
  for (const [key, value] of storage()) {
    if (!key.startsWith('plain log:')) continue;
    for (const message of String(value).match(/"event":"app\.error"[^}]*\}/g) ?? []) {
      problems.push(`the log says ${message}`);
    }
  }
  tell('found', {
    problems,
    start,
    stored: storage(),
    now: timers.now(),
    judged,
  } satisfies Found);
  timers.end();
}

async function work(): Promise<void> {
  if (plan.job === 'judge') {
    finish(judgeAll(plan.texts));
    return;
  }
  if (plan.job === 'pay') {
    problems.push(...app.refusedScripts());
    if (problems.length > 0) {
      finish([]);
      return;
    }
  }
  began = preciseTime();
  app.start();
  start.page = (preciseTime() - began) * 1000;
  const staff = new Staff(app, timers);
  const [first = { bill: '', amount: '' }] = plan.bills;
  if (plan.job === 'start') {
    while (start.data === 0) await staff.pause(10);
  } else if (plan.job === 'recover') {
    await staff.recover(first.bill, first.amount);
  } else {
    await staff.signIn(plan);
    if (plan.job === 'kill') {
      await staff.charge(first.bill, first.amount);
      await staff.pause(60_000);
      problems.push('the barcode call never left');
    } else {
      let id = '';
      for (const { bill, amount } of plan.bills) id = await staff.collect(bill, amount);
      await staff.lookAround(plan.pack.pages, id);
      if (app.apps !== 1) problems.push(`App was called ${app.apps} times`);
      // The log is written some seconds later.
      await staff.pause(10_000);
    }
  }
  finish([]);
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? `${String(thrown)} ${thrown.stack ?? ''}` : String(thrown);
}

timers.after(0, () => {
  work().catch((thrown: unknown) => {
    problems.push(reasonOf(thrown));
    finish([]);
  });
});
