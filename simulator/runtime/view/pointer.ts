import { emit } from './emit';
import { listensToLongPress, viewElementOf, type ViewElement } from './element';
import { HoverTracker } from './hover';
import { widgetOf } from './widgets/registry';

/** A finger that moves further than this (px) does not tap. */
const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;

interface Press {
  readonly target: ViewElement;
  readonly x: number;
  readonly y: number;
  readonly hover: HoverTracker;
  readonly timer: number;
  moved: boolean;
  long: boolean;
}

/** Turns pointers (mouse, finger, pen) and the keyboard into WeChat's touch events and taps. */
export class PointerInput {
  private readonly presses = new Map<number, Press>();

  constructor(private readonly stage: HTMLElement) {
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ): void => {
      stage.addEventListener(type, listener, { capture: true });
    };
    on('pointerdown', (event) => this.onDown(event));
    on('pointermove', (event) => this.onMove(event));
    on('pointerup', (event) => this.onUp(event));
    on('pointercancel', (event) => this.onCancel(event));
    on('click', (event) => this.onClick(event));
    on('keydown', (event) => this.onKey(event));
    for (const type of ['transitionend', 'animationstart', 'animationend'] as const) {
      on(type, (event) => {
        const target = viewElementOf(event.target as Node);
        const { elapsedTime } = event;
        if (target !== undefined) emit(target, type, { elapsedTime }, { bubbles: true });
      });
    }
  }

  private onDown(event: PointerEvent): void {
    const target = viewElementOf(event.target as Node);
    if (target === undefined || event.button > 0) return;
    const timer = window.setTimeout(() => this.onLong(event.pointerId), LONG_PRESS_MS);
    this.presses.set(event.pointerId, {
      target,
      x: event.clientX,
      y: event.clientY,
      hover: new HoverTracker(event.target as Node, this.stage),
      timer,
      moved: false,
      long: false,
    });
    this.touch(target, 'touchstart', event);
  }

  private onMove(event: PointerEvent): void {
    const press = this.presses.get(event.pointerId);
    if (press === undefined) return;
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > TAP_DISTANCE) {
      if (!press.moved) press.hover.cancel();
      press.moved = true;
      window.clearTimeout(press.timer);
    }
    this.touch(press.target, 'touchmove', event);
  }

  private onLong(pointerId: number): void {
    const press = this.presses.get(pointerId);
    if (press === undefined || press.moved || isDisabled(press.target.node)) return;
    press.long = listensToLongPress(press.target.node);
    emit(press.target, 'longpress', { x: press.x, y: press.y }, { bubbles: true });
  }

  private onUp(event: PointerEvent): void {
    const press = this.end(event.pointerId);
    if (press === undefined) return;
    this.touch(press.target, 'touchend', event);
    press.hover.release();
    if (!press.moved && !press.long) tap(press.target, event.clientX, event.clientY);
  }

  private onCancel(event: PointerEvent): void {
    const press = this.end(event.pointerId);
    if (press === undefined) return;
    press.hover.cancel();
    this.touch(press.target, 'touchcancel', event);
  }

  private end(pointerId: number): Press | undefined {
    const press = this.presses.get(pointerId);
    this.presses.delete(pointerId);
    if (press !== undefined) window.clearTimeout(press.timer);
    return press;
  }

  /** A click without a pointer comes from a screen reader or from a test. */
  private onClick(event: MouseEvent): void {
    event.preventDefault();
    const target = viewElementOf(event.target as Node);
    if (event.detail === 0 && target !== undefined) tap(target, event.clientX, event.clientY);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const node = event.target as HTMLElement;
    if (node.matches('input, textarea') || node.tabIndex < 0) return;
    const target = viewElementOf(node);
    if (target === undefined || event.repeat) return;
    event.preventDefault();
    const { left, top, width, height } = node.getBoundingClientRect();
    tap(target, left + width / 2, top + height / 2);
  }

  private touch(target: ViewElement, type: string, event: PointerEvent): void {
    const extra = touches(target, event.clientX, event.clientY, type === 'touchend');
    emit(target, type, {}, { bubbles: true, extra });
  }
}

/** WeChat's list of fingers; the simulator's phone has one. */
function touches(
  target: ViewElement,
  clientX: number,
  clientY: number,
  ended: boolean,
): Record<string, unknown> {
  const stage = target.scene.stage.getBoundingClientRect();
  const [x, y] = [clientX - stage.left, clientY - stage.top];
  const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y, force: 1 };
  return { touches: ended ? [] : [touch], changedTouches: [touch] };
}

/** A disabled element takes the tap and hands it to nobody, decided in the view, as on a phone. */
function isDisabled(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    if (widgetOf(at)?.disabled === true) return true;
  }
  return false;
}

function tap(target: ViewElement, clientX: number, clientY: number): void {
  if (isDisabled(target.node)) return;
  const extra = touches(target, clientX, clientY, true);
  const [touch] = extra['changedTouches'] as { pageX: number; pageY: number }[];
  const detail = { x: touch?.pageX ?? 0, y: touch?.pageY ?? 0 };
  emit(target, 'tap', detail, { bubbles: true, extra });
  for (let at: Node | null = target.node; at !== null; at = at.parentNode) {
    const widget = widgetOf(at);
    if (widget === undefined) continue;
    widget.activate();
    // A field inside a label is reached by the tap itself.
    if (at instanceof HTMLElement && at.matches('wx-input, wx-textarea, wx-switch')) break;
  }
}
