import type { ProjectAssets } from '../../build/project';
import type { AppInstance, LaunchOptions } from './app';
import { parseQuery } from './router';

/** 1001 = from the list of mini programs. */
const SCENE = 1001;

/** Where to start: the first page, or what the address says (as DevTools' compile modes do). */
export function launchOptions(assets: ProjectAssets): LaunchOptions {
  const search = new URLSearchParams(window.location.search);
  const path = search.get('path')?.replace(/^\//, '') ?? assets.pages[0] ?? '';
  const query = parseQuery(search.get('query') ?? '');
  return { path, query, scene: SCENE, referrerInfo: {} };
}

export function watchRejections(app: AppInstance): void {
  window.addEventListener('unhandledrejection', (event) => {
    const reason = event.reason as unknown;
    app.call('onUnhandledRejection', { reason, promise: event.promise });
  });
}
