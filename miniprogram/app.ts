import { settings } from './config/settings';
import type { EnvVersion } from './config/servers';
import { InsecureServerError } from './core/errors/insecure-server-error';
import type { ServerAddress } from './core/server-address';
import { openServices } from './services/open-services';
import { refuseServer } from './services/refusal';
import { chooseServer } from './services/server-choice';
import { writeError } from './services/log/write-error';
import { installServices, type Services, servicesReady } from './services/services';
import { createVisibility } from './services/visibility';
import type { Clock } from './utils/clock';
import { aboutApp } from './utils/environment';
import { createNavigation } from './utils/navigation';
import { phoneFacts } from './utils/phone-facts';
import { createWeChatPlatform, type Platform } from './utils/platform';
import { createRealtimeLog } from './utils/realtime-log';

const visibility = createVisibility();
const navigation = createNavigation(visibility.whenVisible);

async function start(): Promise<void> {
  const platform = createWeChatPlatform();
  const about = aboutApp();
  const server = await serverOrRefusal(about.environment, platform);
  if (server === null) return;
  const parts = { platform, settings, server, about, visibility, navigation };
  installServices(await openServices(parts, startLog));
}

/** Without a server that may be used there are no services, and one page says why. */
async function serverOrRefusal(
  version: EnvVersion,
  { storage, clock }: Platform,
): Promise<ServerAddress | null> {
  try {
    return await chooseServer(version, storage);
  } catch (error) {
    if (!(error instanceof InsecureServerError)) throw error;
    showRefusal(refuseServer(error.baseUrl), clock);
    return null;
  }
}

function showRefusal(page: string, clock: Clock): void {
  // A page can take the place of another only once there is one.
  if (getCurrentPages().length > 0) navigation.replace(page);
  else clock.after(100, () => showRefusal(page, clock));
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
