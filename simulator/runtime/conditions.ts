import type { LogicLane } from './lanes';
import type { Network, NetworkType } from './network';
import type { ScanApi, ScanOrder } from './wx/scan';
import type { PhoneStorage, StorageFault } from './wx/storage';

/** The phone's state below the app: an app that was killed comes back to the same network. */
export interface PhoneConditions {
  readonly network: NetworkType;
  readonly weakNetwork: boolean;
  readonly storageFault: StorageFault;
  readonly scanOrder: ScanOrder;
}

interface Phone {
  readonly network: Network;
  readonly storage: PhoneStorage;
  readonly scan: ScanApi;
}

const KEY = 'simulator:phone';

/**
 * The app is gone, what is in flight is lost with the page; then it starts on the same phone.
 *
 * @param path where it starts; left out: where it started before
 */
export function restartApp(
  logic: LogicLane,
  { network, storage, scan }: Phone,
  path?: string,
): void {
  logic.kill();
  const conditions: PhoneConditions = {
    network: network.type,
    weakNetwork: network.weak,
    storageFault: storage.fault,
    scanOrder: scan.order,
  };
  window.sessionStorage.setItem(KEY, JSON.stringify(conditions));
  if (path === undefined) window.location.reload();
  else window.location.replace(launchAddress(path));
}

/** The address of the app's own window, for a start at a page. */
function launchAddress(page: string): string {
  const [path = '', query = ''] = page.split('?');
  const search = new URLSearchParams({ path: path.replace(/^\//, ''), query });
  return `${window.location.pathname}?${search.toString()}`;
}

/** After a restart; a page that is opened anew is a phone in good order. */
export function applyConditions({ network, storage, scan }: Phone): void {
  const text = window.sessionStorage.getItem(KEY);
  window.sessionStorage.removeItem(KEY);
  if (text === null) return;
  const conditions = JSON.parse(text) as PhoneConditions;
  network.set(conditions.network);
  network.setWeak(conditions.weakNetwork);
  storage.fault = conditions.storageFault;
  scan.order = conditions.scanOrder;
}
