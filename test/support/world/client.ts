import { settings, type Settings } from '../../../miniprogram/config/settings';
import { Secret } from '../../../miniprogram/core/secret';
import {
  createPosClient,
  type PosClient,
  type PosCredentials,
} from '../../../miniprogram/services/pos/pos-client';
import { createServerClock } from '../../../miniprogram/services/pos/server-clock';
import { FakeHttp } from './fake-http';
import { VirtualClock } from './virtual-clock';
import { address, KEY } from './world';

export const CREDENTIALS: PosCredentials = { user: '1001', key: new Secret(KEY), token: null };

export interface Wired {
  readonly client: PosClient;
  readonly http: FakeHttp;
  readonly clock: VirtualClock;
}

export interface Wiring extends Partial<
  Pick<Settings, 'signing' | 'signedAuthority' | 'unverifiedClock'>
> {
  readonly server?: string;
  readonly credentials?: PosCredentials | null;
  /** Instead, where they change. */
  readonly credentialsNow?: () => PosCredentials | null;
  readonly nextNonce?: () => Promise<string>;
}

/** A client over fake HTTP. */
export function wiredClient(wiring: Wiring = {}): Wired {
  const clock = new VirtualClock();
  const http = new FakeHttp(clock);
  let count = 0;
  const client = createPosClient({
    address: address(wiring.server),
    http,
    clock,
    serverClock: createServerClock(clock),
    nextNonce: wiring.nextNonce ?? (() => Promise.resolve(`nonce${String((count += 1))}`)),
    settings: { ...settings, ...wiring },
    credentials:
      wiring.credentialsNow ??
      (() => (wiring.credentials === undefined ? CREDENTIALS : wiring.credentials)),
  });
  return { client, http, clock };
}
