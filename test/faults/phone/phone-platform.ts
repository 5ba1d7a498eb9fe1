import type { Platform } from '../../../miniprogram/utils/platform';
import { fakePlatform } from '../../support/fakes/platform';
import type { World } from '../run/world';
import type { AppProcess } from './app-process';
import type { Phone } from './phone';
import { phoneHttp } from './phone-http';
import { phoneSecrets } from './phone-secrets';
import { phoneStorage } from './phone-storage';

/** The port through which the real services see the model: nothing else of it reaches them. */
export function phonePlatform(world: World, phone: Phone, process: AppProcess): Platform {
  const { timeline, random } = world;
  return fakePlatform({
    clock: {
      now: () => phone.clock(),
      after(ms, callback) {
        let wanted = true;
        const takeBack = timeline.after(ms, () => {
          process.deliver(() => {
            if (wanted) callback();
          });
        });
        return () => {
          wanted = false;
          takeBack();
        };
      },
    },
    random: {
      hex: (length) => Promise.resolve(world.hex(length * 2)),
      fraction: () => random.fraction(),
    },
    http: phoneHttp(world, phone, process),
    storage: phoneStorage(world, phone, process),
    secrets: phoneSecrets(world, phone, process),
    scanner: { scan: () => phone.scan(process) },
    network: {
      online: () => Promise.resolve(phone.online),
      onReturn: (callback) => phone.onNetworkReturn(process, callback),
      onWeak: () => undefined,
    },
  });
}
