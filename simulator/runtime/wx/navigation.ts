import type { Environment } from '../environment';
import { asyncCall } from './call';

type Url = { url: string };

/** Page changes happen in the next turn of the script, as WeChat makes them. */
export function navigationApi(environment: Environment): Record<string, unknown> {
  const { logic, router } = environment;
  const later = <O extends object>(name: string, run: (options: O) => void): unknown =>
    asyncCall(logic, name, async (options: O) => {
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
    navigateTo: later('navigateTo', ({ url }: Url) => router.navigateTo(url)),
    redirectTo: later('redirectTo', ({ url }: Url) => router.redirectTo(url)),
    reLaunch: later('reLaunch', ({ url }: Url) => router.reLaunch(url)),
    navigateBack: later('navigateBack', ({ delta }: { delta?: number }) => {
      router.navigateBack(delta);
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
