import type { Settings } from '../config/settings';
import type { ServerAddress } from '../core/server-address';
import type { Navigation } from '../utils/navigation';
import { createNonces } from '../utils/nonce';
import type { Platform } from '../utils/platform';
import { type AttemptStore, createAttemptStore } from './attempt-store';
import { type BillReader, createBillReader } from './bill-reader';
import { type Closing, createClosing } from './closing';
import { type Collector, createCollector } from './collector';
import { createDraft, type Draft } from './draft';
import { createExportFile, type ExportFile } from './export-file';
import { createJournal } from './journal';
import { createNetworkQuality, type NetworkQuality } from './network-quality';
import { createNews, type News } from './news';
import { createPosClient } from './pos/pos-client';
import { createSessionService, type SessionService } from './session';
import { createSessionKeeper } from './session-keeper';
import { createTrouble, type Trouble } from './trouble';
import { createUpdates, type Updates } from './updates';
import type { Visibility } from './visibility';
import { createWatcher, type Watcher } from './watcher';

/** All that pages and components may use. */
export interface Services extends Pick<Platform, 'clock' | 'scanner' | 'feedback'> {
  readonly settings: Settings;
  readonly session: SessionService;
  readonly attempts: AttemptStore;
  readonly bills: BillReader;
  readonly collector: Collector;
  readonly watcher: Watcher;
  readonly closing: Closing;
  readonly draft: Draft;
  readonly news: News;
  readonly exportFile: ExportFile;
  readonly trouble: Trouble;
  readonly updates: Updates;
  readonly networkQuality: NetworkQuality;
  readonly visibility: Visibility;
  readonly navigation: Navigation;
}

export interface ServicesParts {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly server: ServerAddress;
  readonly visibility: Visibility;
  readonly navigation: Navigation;
}

/** The composition root: the one place where services are put together. */
export function createServices(parts: ServicesParts): Services {
  const { platform, settings, server, visibility, navigation } = parts;
  const { clock, random, http, storage, secrets, scanner, feedback, network, appUpdate } = platform;
  const { files, clipboard } = platform;
  const nextNonce = createNonces(random);
  const session = createSessionService({
    server,
    settings,
    clock,
    keeper: createSessionKeeper(secrets, clock),
    createClient: (credentials) =>
      createPosClient({ address: server, http, clock, nextNonce, settings, credentials }),
  });
  const attempts = createAttemptStore(createJournal(storage));
  const bills = createBillReader({ client: session.client, clock, settings });
  const watcher = createWatcher({
    attempts,
    bills,
    session,
    visibility,
    clock,
    random,
    settings,
  });
  const collector = createCollector({
    attempts,
    bills,
    session,
    scanner,
    clock,
    random,
    network,
    settings,
  });
  const closing = createClosing({ attempts, watcher, session, clock, settings });
  const draft = createDraft();
  const news = createNews(attempts);
  const exportFile = createExportFile(files, clipboard);
  const trouble = createTrouble();
  const updates = createUpdates(appUpdate, attempts, draft);
  const networkQuality = createNetworkQuality(network);
  network.onReturn(watcher.askAll);
  return {
    clock,
    scanner,
    feedback,
    settings,
    session,
    attempts,
    bills,
    collector,
    watcher,
    closing,
    draft,
    news,
    exportFile,
    trouble,
    updates,
    networkQuality,
    visibility,
    navigation,
  };
}

let resolveInstalled: (services: Services) => void;
const whenInstalled = new Promise<Services>((resolve) => {
  resolveInstalled = resolve;
});
let installed: Services | null = null;

/** Puts the services in place: app.ts at start, tests before they open a page. */
export function installServices(services: Services): void {
  installed = services;
  resolveInstalled(services);
}

/** The services in place. Pages call it in handlers; before `ready` it throws. */
export function services(): Services {
  if (installed === null) throw new Error('services are not installed yet');
  return installed;
}

/** Resolves once services are in place: a page can be opened before the app has found its server. */
export function servicesReady(): Promise<Services> {
  return installed === null ? whenInstalled : Promise.resolve(installed);
}
