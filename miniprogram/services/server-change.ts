import { CHOSEN_SERVER_KEY, type EnvVersion } from '../config/servers';
import {
  ServerChangeRefusedError,
  type ServerChangeRefusedReason,
} from '../core/errors/server-change-refused-error';
import { parseServerAddress, type ServerAddress } from '../core/server-address';
import type { Restart } from '../utils/restart';
import type { Storage } from '../utils/storage';
import type { AttemptStore } from './attempt-store';
import type { Collector } from './collector';
import type { Draft } from './draft';
import { mayBeCalled } from './server-choice';
import type { SessionService } from './session';

/**
 * Another server for the phone preview, in develop only. The app is started anew for it: there are
 * never two servers in one run. Attempts stay in the journal, each with the server it was sent to.
 */
export interface ServerChange {
  readonly offered: boolean;
  /** Changed, but the app has not been started anew: nobody may sign in to the old server. */
  pending(): boolean;
  /**
   * Ends the session, keeps the address and starts the app anew.
   *
   * @param text a base URL; '' for the server that the app would have by itself
   * @throws ServerChangeRefusedError: all is as it was; StorageFailedError: signed out, same server
   */
  to(text: string): Promise<void>;
}

export interface ServerChangeParts {
  readonly version: EnvVersion;
  readonly attempts: AttemptStore;
  readonly collector: Collector;
  readonly draft: Draft;
  readonly session: SessionService;
  readonly storage: Storage;
  readonly restart: Restart;
}

/** As in app.json: WeChat wants no slash before the path of a start. */
const HOME = 'pages/collect/collect';

export function createServerChange(parts: ServerChangeParts): ServerChange {
  const { version, attempts, collector, draft, session, storage, restart } = parts;
  let pending = false;

  function judge(text: string): ServerAddress | null {
    if (text.trim() === '') return null;
    const address = parseServerAddress(text);
    if (address === null) throw new ServerChangeRefusedError('notAnAddress');
    if (!mayBeCalled(address, version)) throw new ServerChangeRefusedError('insecure');
    if (address.baseUrl === session.server.baseUrl) throw new ServerChangeRefusedError('inUse');
    return address;
  }

  /** Why the app must not end now; null: it may. */
  function underWay(): ServerChangeRefusedReason | null {
    if (collector.busy()) return 'collecting';
    if (attempts.all().some(({ state }) => state === 'submitted')) return 'sending';
    return attempts.unwritten() > 0 ? 'unwritten' : null;
  }

  return {
    offered: version === 'develop',
    pending: () => pending,

    async to(text) {
      if (version !== 'develop') throw new Error('the server is changed in develop only');
      const address = judge(text);
      const reason = underWay();
      if (reason !== null) throw new ServerChangeRefusedError(reason);
      // First of all: without a session no charge starts while the rest happens.
      draft.clear();
      // What is left of a session in the storage is good for its own server only.
      await session.signOut().catch(() => undefined);
      if (address === null) await storage.remove(CHOSEN_SERVER_KEY);
      else await storage.write(CHOSEN_SERVER_KEY, address.baseUrl);
      pending = true;
      await restart(HOME);
    },
  };
}
