import type { Environment } from '../environment';
import type { LaunchOptions } from '../logic/app';

type ShowListener = (options: LaunchOptions) => void;
type HideListener = () => void;

/** The app's own comings and goings, and its versions. */
export function lifecycleApi({
  visibility,
  newVersion,
  logic,
}: Environment): Record<string, unknown> {
  return {
    getLaunchOptionsSync: () => structuredClone(visibility.launch),
    getEnterOptionsSync: () => structuredClone(visibility.launch),
    onAppShow: (listener: ShowListener) => visibility.showListeners.add(listener),
    offAppShow: (listener: ShowListener) => visibility.showListeners.delete(listener),
    onAppHide: (listener: HideListener) => visibility.hideListeners.add(listener),
    offAppHide: (listener: HideListener) => visibility.hideListeners.delete(listener),
    getUpdateManager: () => newVersion.manager,
    nextTick: (callback: () => void) => logic.post(callback, 0),
  };
}
