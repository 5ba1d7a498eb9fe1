import type { ProjectAssets } from '../build/project';
import { announceChange } from './changes';
import { applyConditions, restartApp } from './conditions';
import { createControl } from './control';
import type { Environment } from './environment';
import { messageOf, onError, reportError } from './errors';
import { LogicLane, ViewLane } from './lanes';
import { AppInstance } from './logic/app';
import { installPlainEvents, warnOfMissingHandlers } from './logic/events';
import { appGlobals } from './logic/globals';
import { launchOptions, watchRejections } from './logic/launch';
import { ComponentLoader } from './logic/loader';
import { Router } from './logic/router';
import { SetDataLog } from './logic/set-data';
import { ComponentRegistry } from './logic/component-registry';
import { createTimers } from './logic/timers';
import { Network } from './network';
import { NewVersion } from './new-version';
import { followReloads } from './reload';
import { BackgroundScreen } from './shell/background-screen';
import { EdgeSwipe } from './shell/edge-swipe';
import { GoingBack } from './shell/going-back';
import { showCrash, showDiagnostics } from './shell/overlay';
import { ScanSheet } from './shell/scan-sheet';
import { CLOSE_EVENT } from './view/frame';
import { Visibility } from './visibility';
import { createWx } from './wx';
import { Privacy } from './wx/privacy';
import { ScanApi } from './wx/scan';
import { PhoneStorage } from './wx/storage';

/** What the simulator's server tells the page it serves. */
interface RuntimeSettings {
  /** The server the cashier talks to. */
  readonly posBaseUrl: string;
}

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

const json = async <T>(url: string): Promise<T> => {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
};

/** Starts the phone: first app.ts with onLaunch and onShow, then the first page. */
function start(assets: ProjectAssets, settings: RuntimeSettings): void {
  const logic = new LogicLane();
  const view = new ViewLane();
  const app = new AppInstance();
  const network = new Network();
  const setDataLog = new SetDataLog();
  const registry = new ComponentRegistry(assets, setDataLog);
  const host = { registry, logic, view, screen: element('screen') };
  const layer = element('layer');
  // The loader needs `wx`, which needs the router, which needs the loader: tied by this name.
  const router: Router = new Router(host, assets, (path) => loader.load(path));
  const visibility = new Visibility(logic, app, router, launchOptions(assets));
  const newVersion = new NewVersion(logic, () => restart());
  const environment: Environment = {
    assets,
    logic,
    router,
    network,
    visibility,
    newVersion,
    layer,
    restart: (path) => restartApp(logic, phone, path),
  };
  const storage = new PhoneStorage();
  const sheet = new ScanSheet(layer);
  const scan = new ScanApi(environment, sheet);
  const privacy = new Privacy();
  const wx = createWx(environment, storage, scan, privacy);
  const loader = new ComponentLoader(assets, registry, (constructors) =>
    appGlobals(createTimers(logic), {
      wx,
      App: app.register,
      getApp: app.get,
      getCurrentPages: () => router.pages,
      ...constructors,
    }),
  );
  onError((error) => app.call('onError', messageOf(error)));
  watchRejections(app);
  const goingBack = new GoingBack({ logic, router, visibility, sheet, layer });
  new EdgeSwipe(host.screen, goingBack);
  new BackgroundScreen(layer, visibility);
  host.screen.addEventListener(CLOSE_EVENT, () => visibility.hide());
  const { modules } = loader;
  const phone = { network, storage, scan };
  const restart = (): void => restartApp(logic, phone);
  const parts = {
    modules,
    router,
    visibility,
    privacy,
    newVersion,
    goingBack,
    setDataLog,
    restart,
  };
  applyConditions(phone);
  window.__simulator = createControl({ ...phone, ...parts });
  // The one thing the app must know before it starts: which server to talk to.
  storage.set('plain', 'developServer', settings.posBaseUrl);
  loader.loadApp();
  app.call('onLaunch', visibility.launch);
  app.call('onShow', visibility.launch);
  const { path, query } = visibility.launch;
  // A link to a page that is gone: the app may lead elsewhere.
  if (!assets.pages.includes(path) && app.handles('onPageNotFound')) {
    app.call('onPageNotFound', { path, query, isEntryPage: true });
  } else router.reLaunch(launchUrl(path));
  announceChange();
}

const launchUrl = (path: string): string => {
  const query = new URLSearchParams(window.location.search).get('query') ?? '';
  return `/${path}${query === '' ? '' : `?${query}`}`;
};

async function main(): Promise<void> {
  followReloads();
  const [assets, settings] = await Promise.all([
    json<ProjectAssets>('/__sim/app.json'),
    json<RuntimeSettings>('/__sim/settings.json'),
  ]);
  const errors = assets.diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) {
    showDiagnostics(errors);
    return;
  }
  installPlainEvents();
  warnOfMissingHandlers();
  start(assets, settings);
}

main().catch((error: unknown) => {
  reportError(error, 'start');
  showCrash(error);
});
