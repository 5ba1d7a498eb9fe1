import { words } from '../../config/words';
import { problemText } from '../../services/problem-text';
import { services } from '../../services/services';
import { listen, stopListening } from '../shared/listen';

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
      void listen(this, ({ exportFile }, refresh) => [
        exportFile.subscribe(refresh),
        // What this page had on offer is not another page's.
        () => {
          exportFile.close();
        },
      ]);
    },
    detached() {
      stopListening(this);
    },
  },
  methods: {
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
