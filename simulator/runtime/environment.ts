import type { ProjectAssets } from '../build/project';
import type { AppInstance } from './logic/app';
import type { Router } from './logic/router';
import type { SetDataLog } from './logic/set-data';
import type { LogicLane, ViewLane } from './lanes';
import type { Network } from './network';
import type { NewVersion } from './new-version';
import type { Visibility } from './visibility';

/** What the simulator's server tells the page it serves. */
export interface RuntimeSettings {
  /** The server the cashier talks to. */
  readonly posBaseUrl: string;
}

/** Everything a `wx` call may need of the phone it runs on. */
export interface Environment {
  readonly assets: ProjectAssets;
  readonly settings: RuntimeSettings;
  readonly logic: LogicLane;
  readonly view: ViewLane;
  readonly app: AppInstance;
  readonly router: Router;
  readonly network: Network;
  readonly visibility: Visibility;
  readonly newVersion: NewVersion;
  readonly setDataLog: SetDataLog;
  /** The app is gone and starts anew at a page. */
  readonly restart: (path: string) => void;
  /** Where toasts, dialogs and the scan sheet are drawn: above the pages. */
  readonly layer: HTMLElement;
}
