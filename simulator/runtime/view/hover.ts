import type { Hover, Widget } from './widget';
import { widgetOf } from './widgets/registry';

/** The `hover-class` looks of one press, from the touched element up. */
export class HoverTracker {
  private readonly shown: { widget: Widget; hover: Hover }[] = [];
  private readonly timers: number[] = [];

  constructor(target: Node, stage: HTMLElement) {
    for (let at: Node | null = target; at !== null && at !== stage; at = at.parentNode) {
      const widget = widgetOf(at);
      const hover = widget?.hover;
      if (widget === undefined || hover === undefined) continue;
      this.timers.push(window.setTimeout(() => this.show(widget, hover), hover.startTime));
      if (hover.stopPropagation) break;
    }
  }

  private show(widget: Widget, hover: Hover): void {
    this.shown.push({ widget, hover });
    widget.showHover(hover.className);
  }

  /** The finger has left: the look stays a moment, so that a short tap is seen. */
  release(): void {
    window.setTimeout(() => {
      for (const { widget, hover } of this.shown) {
        window.setTimeout(() => widget.showHover(''), hover.stayTime);
      }
    }, this.longestStart);
  }

  /** The finger has moved away: no look, or no longer. */
  cancel(): void {
    for (const timer of this.timers) window.clearTimeout(timer);
    for (const { widget } of this.shown) widget.showHover('');
    this.shown.length = 0;
  }

  /** Looks that were due just before the finger left are still shown. */
  private readonly longestStart = 60;
}
