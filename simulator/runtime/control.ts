import { announceChange } from './changes';
import type { PhoneConditions } from './conditions';
import { fontSize, setFontSize } from './font-size';
import type { ModuleRegistry } from './logic/modules';
import type { Router } from './logic/router';
import type { SetDataLog } from './logic/set-data';
import type { Network, NetworkType } from './network';
import type { NewVersion } from './new-version';
import type { GoingBack } from './shell/going-back';
import { senses, type Senses } from './senses';
import type { AppState, Visibility } from './visibility';
import type { Privacy, PrivacyAnswer } from './wx/privacy';
import type { ScanApi, ScanOrder } from './wx/scan';
import type { EncryptionFault, PhoneStorage, StorageFault } from './wx/storage';

/**
 * `window.__simulator`: what the toolbar and the tests may do to the phone. Whatever of it can be read
 * is announced on the window when it changes (`simulator-change`).
 */
export interface SimulatorControl extends PhoneConditions {
  /** Puts the app in the background; its script stops after five seconds, or after `freezeAfter`. */
  hide(freezeAfter?: number): void;
  show(): void;
  readonly state: AppState;
  /** The app is gone at once and starts again, cold, on a phone in the same state. */
  kill(): void;
  /** Android's back key. */
  pressBack(): void;
  /** iOS's swipe from the left edge. */
  swipeBack(): void;
  setNetwork(type: NetworkType): void;
  /** Requests take seconds, and WeChat calls the network weak. */
  setWeakNetwork(weak: boolean): void;
  setStorageFault(fault: StorageFault): void;
  setPrivacy(answer: PrivacyAnswer): void;
  setEncryptionFault(fault: EncryptionFault): void;
  setScanOrder(order: ScanOrder): void;
  /** As set in WeChat, px: 16 as a rule, 26 at most. */
  setFontSize(size: number): void;
  readonly fontSize: number;
  /** WeChat has fetched a newer version of the app. */
  offerNewVersion(): void;
  /** The exports of one of the app's modules, `services/session` for example. */
  requires(path: string): unknown;
  pageStack(): { route: string; options: Readonly<Record<string, string>> }[];
  readonly setDataLog: SetDataLog;
  readonly senses: Senses;
}

declare global {
  interface Window {
    /** From the app's start on. */
    __simulator: SimulatorControl;
  }
}

interface Parts {
  readonly modules: ModuleRegistry;
  readonly router: Router;
  readonly network: Network;
  readonly visibility: Visibility;
  readonly scan: ScanApi;
  readonly storage: PhoneStorage;
  readonly privacy: Privacy;
  readonly newVersion: NewVersion;
  readonly goingBack: GoingBack;
  readonly setDataLog: SetDataLog;
  /** The app is gone and starts again. */
  readonly restart: () => void;
}

export function createControl(parts: Parts): SimulatorControl {
  const { modules, router, network, visibility, scan, storage, privacy, setDataLog } = parts;
  return {
    hide: (freezeAfter) => visibility.hide(freezeAfter),
    show: () => visibility.show(),
    get state() {
      return visibility.state;
    },
    kill: parts.restart,
    pressBack: () => parts.goingBack.pressKey(),
    swipeBack: () => parts.goingBack.swipe(),
    setNetwork: (type) => network.set(type),
    get network() {
      return network.type;
    },
    setWeakNetwork: (weak) => network.setWeak(weak),
    get weakNetwork() {
      return network.weak;
    },
    setStorageFault(fault) {
      storage.fault = fault;
      announceChange();
    },
    get storageFault() {
      return storage.fault;
    },
    setPrivacy(answer) {
      privacy.answer = answer;
    },
    setEncryptionFault(fault) {
      storage.encryptionFault = fault;
    },
    setScanOrder(order) {
      scan.order = order;
      announceChange();
    },
    get scanOrder() {
      return scan.order;
    },
    setFontSize(size) {
      setFontSize(size);
      announceChange();
    },
    get fontSize() {
      return fontSize();
    },
    offerNewVersion: () => parts.newVersion.offer(),
    requires(path) {
      const tries = [path, `${path}.js`, `${path}/index.js`];
      const id = tries.find((one) => modules.has(one));
      if (id === undefined) throw new Error(`no module ${path}`);
      return modules.require(id);
    },
    pageStack: () => router.pages.map(({ route, options }) => ({ route, options })),
    setDataLog,
    senses,
  };
}
