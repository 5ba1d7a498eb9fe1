import type { Environment } from '../environment';
import { asyncCall } from './call';

/** Where to: a URL, how many pages back, or the page of a new start. */
type Target = { readonly url: string; readonly delta?: number; readonly path?: string };

/** Page changes happen in the next turn of the script, as WeChat makes them. */
export function navigationApi(environment: Environment): Record<string, unknown> {
  const { logic, router } = environment;
  const later = (name: string, run: (options: Target) => void): unknown =>
    asyncCall(logic, name, async (options: Target) => {
      await new Promise<void>((resolve, reject) => {
        logic.post(() => {
          try {
            run(options);
            resolve();
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        }, 0);
      });
      return {};
    });
  return {
    navigateTo: later('navigateTo', ({ url }) => router.navigateTo(url)),
    redirectTo: later('redirectTo', ({ url }) => router.redirectTo(url)),
    reLaunch: later('reLaunch', ({ url }) => router.reLaunch(url)),
    navigateBack: later('navigateBack', ({ delta }) => {
      router.navigateBack(delta);
    }),
    restartMiniProgram: later('restartMiniProgram', ({ path = '' }) => {
      environment.restart(path);
    }),
    setNavigationBarTitle: asyncCall(
      logic,
      'setNavigationBarTitle',
      (options: { title: string }) => {
        router.top?.frame.setTitle(options.title);
        return {};
      },
    ),
  };
}
