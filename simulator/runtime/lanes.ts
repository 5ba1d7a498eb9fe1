import { reportError } from './errors';

/**
 * WeChat runs the app's script and its view in two threads that talk over a bridge. The simulator
 * has one thread, so the bridge is played by two lanes with a delay: an event reaches the script a
 * moment after the finger, and a setData reaches the screen a moment after the script. What depends
 * on the delay being zero (a handler guarded only by `disabled` in data) breaks here as on a phone.
 */
const EVENT_DELAY_MS = 20;
const RENDER_DELAY_MS = 20;

type Task = () => void;

const run = (task: Task, where: string): void => {
  try {
    task();
  } catch (error) {
    reportError(error, where);
  }
};

/** From the view, the network and the system to the app's script. */
export class LogicLane {
  private readonly held: Task[] = [];
  private state: 'running' | 'frozen' | 'dead' = 'running';
  private tapping = false;

  /** True while the script handles a finger's tap: some calls are allowed only then. */
  get inTap(): boolean {
    return this.tapping;
  }

  /** Runs a tap's handlers. What they await comes after the tap. */
  duringTap(handle: Task): void {
    this.tapping = true;
    try {
      handle();
    } finally {
      this.tapping = false;
    }
  }

  /** Runs `task` in the app's script after the bridge's delay, in order. */
  post(task: Task, delay = EVENT_DELAY_MS): void {
    window.setTimeout(() => {
      this.arrive(task);
    }, delay);
  }

  /** A task that is due now: held back while the app is suspended. */
  arrive(task: Task): void {
    if (this.state === 'dead') return;
    if (this.state === 'frozen' || this.held.length > 0) this.held.push(task);
    else run(task, 'logic');
  }

  get suspended(): boolean {
    return this.state !== 'running';
  }

  /** In the background WeChat suspends the script after five seconds. */
  freeze(): void {
    if (this.state === 'running') this.state = 'frozen';
  }

  thaw(): void {
    if (this.state !== 'frozen') return;
    this.state = 'running';
    for (let task = this.held.shift(); task !== undefined; task = this.held.shift()) {
      run(task, 'logic');
    }
  }

  /** The app is gone: nothing runs any more. */
  kill(): void {
    this.state = 'dead';
    this.held.length = 0;
  }
}

/** From the app's script to the view: changes of one moment are drawn together. */
export class ViewLane {
  private pending: Task[] = [];

  push(task: Task): void {
    if (this.pending.length === 0) window.setTimeout(() => this.flush(), RENDER_DELAY_MS);
    this.pending.push(task);
  }

  private flush(): void {
    const tasks = this.pending;
    this.pending = [];
    for (const task of tasks) run(task, 'view');
  }
}
