import { words } from '../../config/words';
import { services, servicesReady } from '../../services/services';

const stops = new WeakMap<object, () => void>();

/** Says once for each session that it will be asked for again, where the phone cannot keep it. */
Component({
  data: { shown: false, words: words.sessionNotice, readFor: 0 },
  lifetimes: {
    attached() {
      void this.listen();
    },
    detached() {
      stops.get(this)?.();
    },
  },
  methods: {
    async listen() {
      const { session } = await servicesReady();
      const refresh = (): void => {
        this.refresh();
      };
      stops.set(this, session.subscribe(refresh));
      refresh();
    },
    refresh() {
      const { session } = services();
      const current = session.current();
      const shown =
        current !== null && !session.isKept() && current.signedInAt !== this.data.readFor;
      if (shown !== this.data.shown) this.setData({ shown });
    },
    onDismiss() {
      this.data.readFor = services().session.current()?.signedInAt ?? 0;
      this.refresh();
    },
  },
});
