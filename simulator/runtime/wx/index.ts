import type { Environment } from '../environment';
import { ToastBox } from '../shell/boxes';
import { audioApi } from './audio';
import { clipboardApi } from './clipboard';
import { deviceApi } from './device';
import { filesApi, PhoneFiles } from './files';
import { interactionApi } from './interaction';
import { lifecycleApi } from './lifecycle';
import { navigationApi } from './navigation';
import { networkApi } from './network';
import type { Privacy } from './privacy';
import { queryApi } from './query';
import { realtimeLogApi } from './realtime-log';
import { RequestApi } from './request';
import type { ScanApi } from './scan';
import { shareApi } from './share';
import { storageApi, type PhoneStorage } from './storage';
import { systemApi } from './system';

/** The `wx` of the app: what is not listed here is absent, so that its use is noticed. */
export function createWx(
  environment: Environment,
  storage: PhoneStorage,
  scan: ScanApi,
  privacy: Privacy,
): Record<string, unknown> {
  const files = new PhoneFiles();
  const toast = new ToastBox(environment.layer);
  const wx: Record<string, unknown> = {
    request: new RequestApi(environment).request,
    ...scan.api,
    ...storageApi(environment, storage),
    ...navigationApi(environment),
    ...networkApi(environment),
    ...interactionApi(environment, toast),
    ...filesApi(environment, storage, files),
    ...shareApi(environment, files),
    ...clipboardApi(environment, toast, privacy),
    ...systemApi(environment),
    ...lifecycleApi(environment),
    ...deviceApi(environment),
    ...audioApi(environment),
    ...realtimeLogApi(),
    ...queryApi(environment, (name) => name in wx),
  };
  return wx;
}
