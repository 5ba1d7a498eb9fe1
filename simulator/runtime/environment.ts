import type { ProjectAssets } from '../build/project';
import type { Router } from './logic/router';
import type { LogicLane } from './lanes';
import type { Network } from './network';
import type { NewVersion } from './new-version';
import type { Visibility } from './visibility';

/** Everything a `wx` call may need of the phone it runs on. */
export interface Environment {
  readonly assets: ProjectAssets;
  readonly logic: LogicLane;
  readonly router: Router;
  readonly network: Network;
  readonly visibility: Visibility;
  readonly newVersion: NewVersion;
  /** The app is gone and starts anew at a page. */
  readonly restart: (path: string) => void;
  /** Where toasts, dialogs and the scan sheet are drawn: above the pages. */
  readonly layer: HTMLElement;
}
