import type { EnvVersion } from '../config/servers';
import { settings } from '../config/settings';
import { InsecureServerError } from '../core/errors/insecure-server-error';
import type { ServerAddress } from '../core/server-address';
import type { Clock } from '../utils/clock';
import { aboutApp } from '../utils/environment';
import { isPageOpen, type Navigation } from '../utils/navigation';
import { phoneFacts } from '../utils/phone-facts';
import { createWeChatPlatform, type Platform } from '../utils/platform';
import { createRealtimeLog } from '../utils/realtime-log';
import { openServices } from './open-services';
import { refuseServer } from './refusal';
import { chooseServer } from './server-choice';
import { installServices, type Services } from './services';
import type { Visibility } from './visibility';

/** What there is once in an app, services or not. */
export interface StartParts {
  readonly visibility: Visibility;
  readonly navigation: Navigation;
}

/** Finds the server, opens the services over WeChat's own calls and puts them in place. */
export async function startServices({ visibility, navigation }: StartParts): Promise<void> {
  const platform = createWeChatPlatform();
  const about = aboutApp();
  const server = await serverOrRefusal(about.environment, platform, navigation);
  if (server === null) return;
  const parts = { platform, settings, server, about, visibility, navigation };
  installServices(await openServices(parts, startLog));
}

/** Without a server that may be used there are no services, and one page says why. */
async function serverOrRefusal(
  version: EnvVersion,
  { storage, clock }: Platform,
  navigation: Navigation,
): Promise<ServerAddress | null> {
  try {
    return await chooseServer(version, storage);
  } catch (error) {
    if (!(error instanceof InsecureServerError)) throw error;
    showRefusal(refuseServer(error.baseUrl), clock, navigation);
    return null;
  }
}

function showRefusal(page: string, clock: Clock, navigation: Navigation): void {
  // A page can take the place of another only once there is one.
  if (isPageOpen()) navigation.replace(page);
  else {
    clock.after(100, () => {
      showRefusal(page, clock, navigation);
    });
  }
}

function startLog({ log, logKeeper, session }: Services): void {
  if (settings.realtimeLog) log.onEntry(createRealtimeLog());
  log.write('info', 'app.start', { ...phoneFacts(), server: session.server.baseUrl });
  logKeeper.start();
}
