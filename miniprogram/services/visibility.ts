import { createObservable } from '../utils/observable';

/** Whether staff can see the app. WeChat suspends a hidden app after 5 s. */
export interface Visibility {
  visible(): boolean;
  /** From App.onShow / App.onHide. */
  set(visible: boolean): void;
  subscribe(listener: (visible: boolean) => void): () => void;
  /** Runs the step now if visible, else when the app is shown again (in the order asked for). */
  readonly whenVisible: (step: () => void) => void;
}

export function createVisibility(): Visibility {
  const changes = createObservable<boolean>();
  let visible = true;
  let waiting: (() => void)[] = [];
  return {
    visible: () => visible,
    set: (next) => {
      if (next === visible) return;
      visible = next;
      changes.emit(visible);
      if (!visible) return;
      const steps = waiting;
      waiting = [];
      for (const step of steps) step();
    },
    subscribe: changes.subscribe,
    whenVisible: (step) => {
      if (visible) step();
      else waiting.push(step);
    },
  };
}
