import { reportError } from '../errors';
import type { Query } from './page';

export interface LaunchOptions {
  readonly path: string;
  readonly query: Query;
  readonly scene: number;
  readonly referrerInfo: Readonly<Record<string, never>>;
}

type AppObject = Record<string, unknown>;
type AppHook =
  'onLaunch' | 'onShow' | 'onHide' | 'onError' | 'onUnhandledRejection' | 'onPageNotFound';

/** The object given to `App({…})`, and the moments at which WeChat calls it. */
export class AppInstance {
  private app: AppObject = {};

  /** `App` as app.ts sees it. */
  readonly register = (definition: AppObject): void => {
    this.app = definition;
  };

  readonly get = (): AppObject => this.app;

  handles(hook: AppHook): boolean {
    return typeof this.app[hook] === 'function';
  }

  call(hook: AppHook, ...args: unknown[]): void {
    const method = this.app[hook];
    if (typeof method !== 'function') return;
    try {
      (method as (...given: unknown[]) => unknown).apply(this.app, args);
    } catch (error) {
      // An error inside onError must not call it again.
      if (hook === 'onError') console.error(error);
      else reportError(error, `app ${hook}`);
    }
  }
}
