import { words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import { services, servicesReady } from '../../services/services';
import { observe, stopObserving } from '../shared/observe';
import { attemptPage } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { type RecordLine, recordsView } from './records-view';

Component({
  data: {
    words: words.records,
    yuan: words.yuan,
    totals: [] as readonly Fact[],
    lines: [] as readonly RecordLine[],
    anyUndecided: false,
  },
  methods: {
    async onShow() {
      const { attempts } = await servicesReady();
      observe(
        this,
        attempts.subscribe(() => {
          this.refresh();
        }),
      );
      this.refresh();
    },
    onHide() {
      stopObserving(this);
    },
    onUnload() {
      stopObserving(this);
    },

    refresh() {
      const { attempts, session, clock } = services();
      const here = attempts.all().filter(({ server }) => server === session.server.baseUrl);
      setChanged(this, { ...recordsView(here, clock.now()) });
    },

    onOpen(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      const { attempts, navigation } = services();
      const attempt = attempts.get(id);
      // In the place of this page: the stack is the home page and one result.
      if (attempt !== null) navigation.replace(attemptPage(attempt));
    },

    onAskAll() {
      services().watcher.askAll();
    },
  },
});
