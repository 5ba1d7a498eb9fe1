import { servicesReady } from './services/services';
import type { startServices } from './services/start';
import { createVisibility } from './services/visibility';
import { createClock } from './utils/clock';
import { createNavigation } from './utils/navigation';

const visibility = createVisibility();
const navigation = createNavigation(visibility.whenVisible);

/**
 * The services' scripts, which the first page's own frame does not need. `require` with a literal
 * string, for the official compile leaves `import()` untouched.
 */
function loadStart(): { startServices: typeof startServices } {
  return require('./services/start') as { startServices: typeof startServices };
}

async function reportTrouble(kind: 'error' | 'rejection', thrown: unknown): Promise<void> {
  const { trouble } = await servicesReady();
  trouble.report(kind, thrown);
}

App({
  onLaunch() {
    // In a turn of its own: the first page is not kept waiting.
    createClock().after(0, () => void loadStart().startServices({ visibility, navigation }));
  },
  onShow() {
    visibility.set(true);
  },
  onHide() {
    visibility.set(false);
  },
  onError(error) {
    void reportTrouble('error', error);
  },
  onUnhandledRejection({ reason }) {
    void reportTrouble('rejection', reason);
  },
  onPageNotFound({ path }) {
    void servicesReady().then(({ log }) => {
      log.write('warn', 'page.notFound', { path });
    });
    navigation.replace('/pages/collect/collect');
  },
});
