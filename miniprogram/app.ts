import { settings } from './config/settings';
import { openServices } from './services/open-services';
import { chooseServer } from './services/server-choice';
import { installServices, servicesReady } from './services/services';
import { createVisibility } from './services/visibility';
import { envVersion } from './utils/environment';
import { createNavigation } from './utils/navigation';
import { createWeChatPlatform } from './utils/platform';

const visibility = createVisibility();
const navigation = createNavigation(visibility.whenVisible);

async function start(): Promise<void> {
  const platform = createWeChatPlatform();
  const server = await chooseServer(envVersion(), platform.storage);
  installServices(await openServices({ platform, settings, server, visibility, navigation }));
}

async function reportTrouble(): Promise<void> {
  (await servicesReady()).trouble.report();
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
  onError() {
    void reportTrouble();
  },
  onUnhandledRejection() {
    void reportTrouble();
  },
  onPageNotFound() {
    navigation.replace('/pages/collect/collect');
  },
});
