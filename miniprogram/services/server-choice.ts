import { DEVELOP_SERVER_KEY, type EnvVersion, servers } from '../config/servers';
import { InsecureServerError } from '../core/errors/insecure-server-error';
import { isLocal, parseServerAddress, type ServerAddress } from '../core/server-address';
import { StorageFailedError } from '../core/errors/storage-failed-error';
import type { Storage } from '../utils/storage';

/**
 * The server of this version; in develop an address in storage goes first.
 *
 * @throws InsecureServerError for plain http, except in develop to a local address
 */
export async function chooseServer(
  version: EnvVersion,
  storage: Storage,
  addresses: Readonly<Record<EnvVersion, string>> = servers,
): Promise<ServerAddress> {
  const override = version === 'develop' ? await readOverride(storage) : null;
  const address = override ?? parseServerAddress(addresses[version]);
  if (address === null) throw new Error(`config/servers: ${version} is not a base URL`);
  const mayBePlain = version === 'develop' && isLocal(address);
  if (!address.secure && !mayBePlain) throw new InsecureServerError(address.baseUrl);
  return address;
}

async function readOverride(storage: Storage): Promise<ServerAddress | null> {
  try {
    const stored = await storage.read(DEVELOP_SERVER_KEY);
    return typeof stored === 'string' ? parseServerAddress(stored) : null;
  } catch (error) {
    // A develop convenience must not keep the app from starting.
    if (error instanceof StorageFailedError) return null;
    throw error;
  }
}
