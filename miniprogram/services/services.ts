import type { Settings } from '../config/settings';
import type { Navigation } from '../utils/navigation';
import type { About } from '../utils/environment';
import type { Platform } from '../utils/platform';
import type { AttemptStore } from './attempt-store';
import type { BillDesk } from './bill-desk';
import type { BillReader } from './bill-reader';
import type { CipherCheck } from './cipher-check';
import type { Closing } from './closing';
import type { Collector } from './collector';
import type { Draft } from './draft';
import type { ExportFile } from './export-file';
import type { FeedbackService } from './feedback';
import type { Inquiry } from './inquiry';
import type { Launch } from './launch';
import type { Log } from './log/log';
import type { LogExport } from './log/log-export';
import type { LogKeeper } from './log/log-keeper';
import type { NetworkQuality } from './network-quality';
import type { News } from './news';
import type { Preferences } from './preferences';
import type { Receipts } from './receipts';
import type { SessionService } from './session';
import type { ServerChange } from './server-change';
import type { ShiftService } from './shift';
import type { SignOut } from './sign-out';
import type { Trouble } from './trouble';
import type { Updates } from './updates';
import type { Visibility } from './visibility';
import type { Watcher } from './watcher';

/** All that pages and components may use. */
export interface Services extends Pick<Platform, 'clock' | 'scanner'> {
  readonly settings: Settings;
  readonly about: About;
  readonly preferences: Preferences;
  readonly feedback: FeedbackService;
  readonly session: SessionService;
  readonly shift: ShiftService;
  readonly attempts: AttemptStore;
  readonly bills: BillReader;
  readonly desk: BillDesk;
  readonly collector: Collector;
  readonly watcher: Watcher;
  readonly closing: Closing;
  readonly draft: Draft;
  readonly inquiry: Inquiry;
  readonly launch: Launch;
  readonly receipts: Receipts;
  readonly news: News;
  readonly exportFile: ExportFile;
  readonly trouble: Trouble;
  readonly updates: Updates;
  readonly networkQuality: NetworkQuality;
  readonly signOut: SignOut;
  readonly serverChange: ServerChange;
  readonly cipherCheck: CipherCheck;
  readonly visibility: Visibility;
  readonly navigation: Navigation;
  readonly log: Log;
  readonly logKeeper: LogKeeper;
  readonly logExport: LogExport;
}

let resolveInstalled: (services: Services) => void;
const whenInstalled = new Promise<Services>((resolve) => {
  resolveInstalled = resolve;
});
let installed: Services | null = null;

/** Puts the services in place: `start.ts` at start, tests before they open a page. */
export function installServices(services: Services): void {
  installed = services;
  resolveInstalled(services);
}

/** The services in place. Pages call it in handlers; before `servicesReady` it throws. */
export function services(): Services {
  if (installed === null) throw new Error('services are not installed yet');
  return installed;
}

/** Resolves once services are in place: a page can be opened before the app has found its server. */
export function servicesReady(): Promise<Services> {
  return installed === null ? whenInstalled : Promise.resolve(installed);
}
