import type { Settings } from '../config/settings';
import type { Secret } from '../core/secret';
import type { ServerAddress } from '../core/server-address';
import type { Navigation } from '../utils/navigation';
import type { About } from '../utils/environment';
import { createNonces } from '../utils/nonce';
import type { Platform } from '../utils/platform';
import { createAttemptStore } from './attempt-store';
import { createBillDesk } from './bill-desk';
import { createBillReader } from './bill-reader';
import { createCipherCheck } from './cipher-check';
import { createClosing } from './closing';
import { createCollector } from './collector';
import { createDraft } from './draft';
import { createExportFile } from './export-file';
import { createFeedbackService } from './feedback';
import { createInquiry } from './inquiry';
import { createJournal } from './journal';
import { createLaunch } from './launch';
import { createLog } from './log/log';
import { logAttempts } from './log/log-attempts';
import { createLogExport } from './log/log-export';
import { createLogKeeper } from './log/log-keeper';
import { loggedCollector } from './log/logged-collector';
import { loggedHttp } from './log/logged-http';
import { loggedSession } from './log/logged-session';
import { loggedStorage } from './log/logged-storage';
import { createNetworkQuality } from './network-quality';
import { createNews } from './news';
import { signalNews } from './news-signal';
import { createPosClient } from './pos/pos-client';
import { createServerClock } from './pos/server-clock';
import { createPreferences } from './preferences';
import { startPruning } from './pruning';
import { createReceipts } from './receipts';
import { createSessionService, type Session } from './session';
import { createSessionKeeper } from './session-keeper';
import { createServerChange } from './server-change';
import { createShiftService } from './shift';
import { createSignOut } from './sign-out';
import { createTrouble } from './trouble';
import { createUpdates } from './updates';
import type { Visibility } from './visibility';
import { createWatcher } from './watcher';
import type { Services } from './services';

export interface ServicesParts {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly server: ServerAddress;
  readonly about: About;
  readonly visibility: Visibility;
  readonly navigation: Navigation;
}

/** The composition root: the one place where services are put together. */
export function createServices(parts: ServicesParts): Services {
  const { platform, settings, server, visibility, navigation } = parts;
  const { clock, random, secrets, scanner, network, appUpdate, files, clipboard } = platform;
  const passwords = new Set<Secret<string>>();
  const log = createLog({
    clock,
    secrets: () => [...Array.from(passwords), ...sessionSecrets(session.current())],
  });
  const http = loggedHttp(platform.http, log, clock);
  const storage = loggedStorage(platform.storage, log);
  const nextNonce = createNonces(random);
  const serverClock = createServerClock(clock);
  const plainSession = createSessionService({
    server,
    settings,
    clock,
    keeper: createSessionKeeper(secrets, storage, clock),
    createClient: (credentials) =>
      createPosClient({
        address: server,
        http,
        clock,
        serverClock,
        nextNonce,
        settings,
        credentials,
      }),
  });
  const session = loggedSession(plainSession, log, clock, passwords);
  const shift = createShiftService({ session, storage, settings });
  const attempts = createAttemptStore(createJournal(storage));
  logAttempts(attempts, log);
  visibility.subscribe((visible) => log.write('info', 'app.visible', { visible }));
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
  const plainCollector = createCollector({
    attempts,
    bills,
    session,
    scanner,
    clock,
    random,
    network,
    settings,
  });
  const collector = loggedCollector(plainCollector, log);
  const logKeeper = createLogKeeper({
    log,
    storage: platform.storage,
    clock,
    visibility,
    busy: () => collector.busy(),
  });
  const closing = createClosing({ attempts, watcher, session, clock, settings });
  const draft = createDraft();
  const receipts = createReceipts({ client: session.client, settings });
  const inquiry = createInquiry({ attempts, watcher, session });
  startPruning({ attempts, clock, settings });
  const desk = createBillDesk({ attempts, bills, session, clock, settings });
  const launch = createLaunch({ attempts, session, collector, draft, settings });
  const news = createNews(attempts);
  const exportFile = createExportFile(files, clipboard);
  const logExport = createLogExport({
    about: parts.about,
    session,
    attempts,
    logKeeper,
    exportFile,
    clock,
  });
  const trouble = createTrouble(log);
  const preferences = createPreferences(storage);
  const feedback = createFeedbackService({ ...platform, preferences });
  signalNews({ attempts, clock, feedback, news, visibility });
  const signOut = createSignOut({ attempts, collector, draft, session });
  const serverChange = createServerChange({
    version: parts.about.environment,
    attempts,
    collector,
    draft,
    session,
    storage,
    restart: platform.restart,
  });
  const cipherCheck = createCipherCheck(settings.cipherProfile, session);
  const updates = createUpdates(appUpdate, attempts, draft);
  const networkQuality = createNetworkQuality(network);
  network.onReturn(watcher.askAll);
  return {
    clock,
    scanner,
    feedback,
    settings,
    about: parts.about,
    preferences,
    session,
    shift,
    attempts,
    bills,
    desk,
    collector,
    watcher,
    closing,
    draft,
    inquiry,
    launch,
    receipts,
    news,
    exportFile,
    trouble,
    updates,
    networkQuality,
    signOut,
    serverChange,
    cipherCheck,
    visibility,
    navigation,
    log,
    logKeeper,
    logExport,
  };
}

/** What of a session must not be written down, whatever it looks like. */
function sessionSecrets(session: Session | null): readonly Secret<string>[] {
  if (session === null) return [];
  return session.token === null ? [session.key] : [session.key, session.token];
}
