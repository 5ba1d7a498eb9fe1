import type { Environment } from '../environment';
import { audioApi } from './audio';
import { deviceApi } from './device';
import { interactionApi } from './interaction';
import { lifecycleApi } from './lifecycle';
import { navigationApi } from './navigation';
import { networkApi } from './network';
import { queryApi } from './query';
import { RequestApi } from './request';
import type { ScanApi } from './scan';
import { storageApi, type PhoneStorage } from './storage';
import { systemApi } from './system';

/** The `wx` of the app: what is not listed here is absent, so that its use is noticed. */
export function createWx(
  environment: Environment,
  storage: PhoneStorage,
  scan: ScanApi,
): { wx: Record<string, unknown>; requests: RequestApi } {
  const requests = new RequestApi(environment);
  const wx: Record<string, unknown> = {
    request: requests.request,
    ...scan.api,
    ...storageApi(environment, storage),
    ...navigationApi(environment),
    ...networkApi(environment),
    ...interactionApi(environment),
    ...systemApi(environment),
    ...lifecycleApi(environment),
    ...deviceApi(environment),
    ...audioApi(environment),
    ...queryApi(environment, (name) => name in wx),
  };
  return { wx, requests };
}
