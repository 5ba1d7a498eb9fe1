import { DEVELOP_SERVER_KEY, type EnvVersion, servers } from '../config/servers';
import { parseServerAddress, type ServerAddress } from '../core/server-address';
import { StorageFailedError } from '../core/errors/storage-failed-error';
import type { Storage } from '../utils/storage';

/** The server of this version; in develop an address in storage goes first. */
export async function chooseServer(version: EnvVersion, storage: Storage): Promise<ServerAddress> {
  const override = version === 'develop' ? await readOverride(storage) : null;
  const address = override ?? parseServerAddress(servers[version]);
  if (address === null) throw new Error(`config/servers: ${version} is not a base URL`);
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
