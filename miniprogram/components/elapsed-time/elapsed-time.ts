import { formatElapsed } from '../../core/time';
import { services } from '../../services/services';

const SECOND = 1000;
const stops = new WeakMap<object, () => void>();

/** Time since `since` (ms since 1970), counted here so that a page is not drawn anew every second. */
Component({
  properties: { since: { type: Number, value: 0 } },
  data: { text: formatElapsed(0) },
  observers: {
    since() {
      this.tick();
    },
  },
  lifetimes: {
    attached() {
      this.tick();
    },
    detached() {
      stops.get(this)?.();
    },
  },
  pageLifetimes: {
    show() {
      this.tick();
    },
    hide() {
      stops.get(this)?.();
    },
  },
  methods: {
    tick() {
      stops.get(this)?.();
      if (this.data.since === 0) return;
      const { clock } = services();
      const elapsed = clock.now() - this.data.since;
      const text = formatElapsed(elapsed);
      if (text !== this.data.text) this.setData({ text });
      // To the next full second, so that the display does not drift and skip.
      stops.set(
        this,
        clock.after(SECOND - (Math.max(0, elapsed) % SECOND), () => this.tick()),
      );
    },
  },
});
