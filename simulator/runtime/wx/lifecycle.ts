import type { Environment } from '../environment';
import type { LaunchOptions } from '../logic/app';

type ShowListener = (options: LaunchOptions) => void;
type HideListener = () => void;

/** The app's own comings and goings, and its versions. */
export function lifecycleApi({ visibility, logic }: Environment): Record<string, unknown> {
  return {
    getLaunchOptionsSync: () => structuredClone(visibility.launch),
    getEnterOptionsSync: () => structuredClone(visibility.launch),
    onAppShow: (listener: ShowListener) => visibility.showListeners.add(listener),
    offAppShow: (listener: ShowListener) => visibility.showListeners.delete(listener),
    onAppHide: (listener: HideListener) => visibility.hideListeners.add(listener),
    offAppHide: (listener: HideListener) => visibility.hideListeners.delete(listener),
    getUpdateManager: () => ({
      // The simulator always runs the newest files.
      onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) => {
        logic.post(() => listener({ hasUpdate: false }));
      },
      onUpdateReady: () => {},
      onUpdateFailed: () => {},
      applyUpdate: () => {},
    }),
    nextTick: (callback: () => void) => logic.post(callback, 0),
  };
}
