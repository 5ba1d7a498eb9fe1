import { fontSize, setFontSize } from './font-size';
import type { LogicLane } from './lanes';
import type { ModuleRegistry } from './logic/modules';
import type { Router } from './logic/router';
import type { SetDataLog } from './logic/set-data';
import type { Network, NetworkType } from './network';
import type { Visibility } from './visibility';
import type { Privacy, PrivacyAnswer } from './wx/privacy';
import type { ScanApi, ScanOrder } from './wx/scan';
import type { EncryptionFault, PhoneStorage, StorageFault } from './wx/storage';

/** `window.__simulator`: what the toolbar and the tests may do to the phone. */
export interface SimulatorControl {
  /** Puts the app in the background; its script stops after five seconds, or after `freezeAfter`. */
  hide(freezeAfter?: number): void;
  show(): void;
  /** The app is gone at once and starts again, cold. */
  kill(): void;
  setNetwork(type: NetworkType): void;
  readonly network: NetworkType;
  /** Requests take seconds, and WeChat calls the network weak. */
  setWeakNetwork(weak: boolean): void;
  readonly weakNetwork: boolean;
  setStorageFault(fault: StorageFault): void;
  setPrivacy(answer: PrivacyAnswer): void;
  setEncryptionFault(fault: EncryptionFault): void;
  setScanOrder(order: ScanOrder): void;
  /** As set in WeChat, px: 16 as a rule, 26 at most. */
  setFontSize(size: number): void;
  readonly fontSize: number;
  readonly scanOrder: ScanOrder;
  /** The exports of one of the app's modules, `services/session` for example. */
  requires(path: string): unknown;
  pageStack(): { route: string; options: Readonly<Record<string, string>> }[];
  readonly setDataLog: SetDataLog;
}

declare global {
  interface Window {
    __simulator?: SimulatorControl;
  }
}

interface Parts {
  readonly logic: LogicLane;
  readonly modules: ModuleRegistry;
  readonly router: Router;
  readonly network: Network;
  readonly visibility: Visibility;
  readonly scan: ScanApi;
  readonly storage: PhoneStorage;
  readonly privacy: Privacy;
  readonly setDataLog: SetDataLog;
}

export function createControl(parts: Parts): SimulatorControl {
  const { logic, modules, router, network, visibility, scan, storage, privacy, setDataLog } = parts;
  return {
    hide: (freezeAfter) => visibility.hide(freezeAfter),
    show: () => visibility.show(),
    kill() {
      logic.kill();
      // What is in flight is lost with the page, as with a killed app.
      window.location.reload();
    },
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
    },
    setPrivacy(answer) {
      privacy.answer = answer;
    },
    setEncryptionFault(fault) {
      storage.encryptionFault = fault;
    },
    setScanOrder(order) {
      scan.order = order;
    },
    setFontSize,
    get fontSize() {
      return fontSize();
    },
    get scanOrder() {
      return scan.order;
    },
    requires(path) {
      const tries = [path, `${path}.js`, `${path}/index.js`];
      const id = tries.find((one) => modules.has(one));
      if (id === undefined) throw new Error(`no module ${path}`);
      return modules.require(id);
    },
    pageStack: () => router.pages.map(({ route, options }) => ({ route, options })),
    setDataLog,
  };
}
