import { settings } from './config/settings';
import { chooseServer } from './services/server-choice';
import { createServices, installServices, servicesReady } from './services/services';
import { createVisibility } from './services/visibility';
import { aboutApp } from './utils/environment';
import { createNavigation } from './utils/navigation';
import { createWeChatPlatform } from './utils/platform';

const visibility = createVisibility();
const navigation = createNavigation(visibility.whenVisible);

async function start(): Promise<void> {
  const platform = createWeChatPlatform();
  const about = aboutApp();
  const server = await chooseServer(about.environment, platform.storage);
  const services = createServices({ platform, settings, server, about, visibility, navigation });
  installServices(services);
  void services.preferences.load();
  const readJournal = (visible: boolean): void => {
    if (!visible) return;
    // Does nothing once read; tries again after a failure.
    void services.attempts.load(platform.clock.now());
    services.attempts.save();
  };
  visibility.subscribe(readJournal);
  readJournal(true);
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
