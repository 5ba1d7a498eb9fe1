import { settings } from './config/settings';
import { openServices } from './services/open-services';
import { chooseServer } from './services/server-choice';
import { writeError } from './services/log/observe';
import { installServices, type Services, servicesReady } from './services/services';
import { createVisibility } from './services/visibility';
import { aboutApp } from './utils/environment';
import { createNavigation } from './utils/navigation';
import { phoneFacts } from './utils/phone-facts';
import { createWeChatPlatform } from './utils/platform';
import { createRealtimeLog } from './utils/realtime-log';

const visibility = createVisibility();
const navigation = createNavigation(visibility.whenVisible);

async function start(): Promise<void> {
  const platform = createWeChatPlatform();
  const about = aboutApp();
  const server = await chooseServer(about.environment, platform.storage);
  const parts = { platform, settings, server, about, visibility, navigation };
  installServices(await openServices(parts, startLog));
}

function startLog({ log, logKeeper, session }: Services): void {
  if (settings.realtimeLog) log.onEntry(createRealtimeLog());
  log.write('info', 'app.start', { ...phoneFacts(), server: session.server.baseUrl });
  logKeeper.start();
}

async function reportTrouble(kind: 'error' | 'rejection', thrown: unknown): Promise<void> {
  const { log, trouble } = await servicesReady();
  writeError(log, kind, thrown);
  trouble.report();
}

App({
  onLaunch() {
    void start();
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
