import { CHOSEN_SERVER_KEY, DEVELOP_SERVER_KEY, type EnvVersion, servers } from '../config/servers';
import { InsecureServerError } from '../core/errors/insecure-server-error';
import { isLocal, parseServerAddress, type ServerAddress } from '../core/server-address';
import { StorageFailedError } from '../core/errors/storage-failed-error';
import type { Storage } from '../utils/storage';

/**
 * The server of this version; in develop an address in storage goes first: what a person has chosen,
 * then what the simulator has set.
 *
 * @throws InsecureServerError for plain http, except in develop to a local address
 */
export async function chooseServer(
  version: EnvVersion,
  storage: Storage,
  addresses: Readonly<Record<EnvVersion, string>> = servers,
): Promise<ServerAddress> {
  const address = (await overrideOf(version, storage)) ?? parseServerAddress(addresses[version]);
  if (address === null) throw new Error(`config/servers: ${version} is not a base URL`);
  if (!mayBeCalled(address, version)) throw new InsecureServerError(address.baseUrl);
  return address;
}

/** Plain http goes nowhere, except in develop to a local address. */
export function mayBeCalled(address: ServerAddress, version: EnvVersion): boolean {
  return address.secure || (version === 'develop' && isLocal(address));
}

async function overrideOf(version: EnvVersion, storage: Storage): Promise<ServerAddress | null> {
  if (version !== 'develop') return null;
  const chosen = await readAddress(storage, CHOSEN_SERVER_KEY);
  return chosen ?? readAddress(storage, DEVELOP_SERVER_KEY);
}

async function readAddress(storage: Storage, key: string): Promise<ServerAddress | null> {
  try {
    const stored = await storage.read(key);
    return typeof stored === 'string' ? parseServerAddress(stored) : null;
  } catch (error) {
    // A develop convenience must not keep the app from starting.
    if (error instanceof StorageFailedError) return null;
    throw error;
  }
}
