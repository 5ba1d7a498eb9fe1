import { words } from '../../config/words';
import { services } from '../../services/services';
import { listen, stopListening } from '../shared/listen';

/** Says once for each session that it will be asked for again, where the phone cannot keep it. */
Component({
  data: { shown: false, words: words.sessionNotice, readFor: 0 },
  lifetimes: {
    attached() {
      void listen(this, ({ session }, refresh) => [session.subscribe(refresh)]);
    },
    detached() {
      stopListening(this);
    },
  },
  methods: {
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
