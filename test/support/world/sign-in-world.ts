import { settings as appSettings, type Settings } from '../../../miniprogram/config/settings';
import { createPosClient } from '../../../miniprogram/services/pos/pos-client';
import { createServerClock } from '../../../miniprogram/services/pos/server-clock';
import { createSessionService, type SessionService } from '../../../miniprogram/services/session';
import { createSessionKeeper } from '../../../miniprogram/services/session-keeper';
import { envelope, FakeHttp } from './fake-http';
import { FakeSecretStorage } from './fake-secret-storage';
import { FakeStorage } from './fake-storage';
import { VirtualClock } from './virtual-clock';
import { address } from './world';

/** A session service over fake HTTP and fake encrypted storage. */
export interface SignInWorld {
  readonly session: SessionService;
  readonly http: FakeHttp;
  readonly clock: VirtualClock;
  readonly secrets: FakeSecretStorage;
  readonly storage: FakeStorage;
}

export interface SignInOptions {
  readonly signing?: Settings['signing'];
  readonly server?: string;
  readonly shiftHours?: number;
  /** What an earlier run of the app left. */
  readonly before?: SignInWorld;
}

export function openSession(options: SignInOptions = {}): SignInWorld {
  const { signing = appSettings.signing, shiftHours = 12, before } = options;
  const clock = before?.clock ?? new VirtualClock();
  const secrets = before?.secrets ?? new FakeSecretStorage();
  const storage = before?.storage ?? new FakeStorage();
  const http = new FakeHttp(clock);
  let count = 0;
  http.always('login', envelope(0, { token: 'T-1', username: '1001', nickname: '小王' }));
  const server = address(options.server);
  const serverClock = createServerClock(clock);
  const session = createSessionService({
    server,
    clock,
    keeper: createSessionKeeper(secrets, storage, clock),
    settings: { signing, readTimeout: 9_000, shiftHours },
    createClient: (credentials) =>
      createPosClient({
        address: server,
        http,
        clock,
        serverClock,
        nextNonce: () => Promise.resolve(`n${String((count += 1))}`),
        settings: { ...appSettings, signing },
        credentials,
      }),
  });
  return { session, http, clock, secrets, storage };
}
