import { words } from '../../config/words';
import { problemText } from '../../services/problem-text';
import { services, servicesReady } from '../../services/services';

const stops = new WeakMap<object, () => void>();

/**
 * Shows the file on offer (`services().exportFile.offer(…)`): 发送文件, 复制内容. Any page that exports
 * something puts one `<export-sheet />` at its end and needs nothing more.
 */
Component({
  data: {
    words: words.exporting,
    shown: false,
    name: '',
    summary: '',
    writing: false,
    written: false,
    done: '',
    problem: '',
  },
  lifetimes: {
    attached() {
      void this.listen();
    },
    detached() {
      stops.get(this)?.();
      stops.delete(this);
    },
  },
  methods: {
    async listen() {
      const { exportFile } = await servicesReady();
      const stop = exportFile.subscribe(() => {
        this.refresh();
      });
      stops.set(this, () => {
        stop();
        // What this page had on offer is not another page's.
        exportFile.close();
      });
      this.refresh();
    },
    refresh() {
      const offered = services().exportFile.offered();
      // While the sheet slides away its words stay.
      if (offered === null) {
        if (this.data.shown) this.setData({ shown: false });
        return;
      }
      const { name, summary, file, done, problem } = offered;
      this.setData({
        shown: true,
        name,
        summary,
        writing: file === 'writing',
        written: file === 'written',
        done: done === 'nothing' ? '' : words.exporting[done],
        problem: problem === null ? '' : problemText(problem),
      });
    },
    /** WeChat opens its list of chats only in the tap itself: nothing may be awaited on the way. */
    onSend() {
      void services().exportFile.send();
    },
    onCopy() {
      void services().exportFile.copy();
    },
    onClose() {
      services().exportFile.close();
    },
  },
});
