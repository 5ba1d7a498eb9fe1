import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portFrom, WrongSettingError } from '../../sandbox/port';
import type { SimulatorOptions } from './start';

/** The oldest Node that package.json allows. */
const OLDEST_NODE = 20;

/**
 * What the environment asks for: PORT, HOST, POS_BASE_URL and APP_FOLDER. A setting that cannot be used
 * is told, never passed over: another server would be used in silence.
 *
 * @param node the version that runs this, `20.19.0`
 * @throws WrongSettingError
 */
export function optionsFrom(
  { PORT, HOST, POS_BASE_URL, APP_FOLDER }: NodeJS.ProcessEnv,
  node: string = process.versions.node,
): SimulatorOptions {
  if (Number.parseInt(node, 10) < OLDEST_NODE) {
    throw new WrongSettingError(`Node ${OLDEST_NODE} or newer is needed; this is Node ${node}.`);
  }
  const port = portFrom(PORT);
  return {
    ...(port !== undefined && { port }),
    ...(HOST && { host: HOST }),
    ...(APP_FOLDER && { root: appFolder(APP_FOLDER) }),
    ...(POS_BASE_URL && { posBaseUrl: posBaseUrl(POS_BASE_URL) }),
  };
}

function posBaseUrl(text: string): string {
  const { protocol, search, hash } = URL.canParse(text)
    ? new URL(text)
    : { protocol: '', search: '', hash: '' };
  if (/^https?:$/.test(protocol) && search === '' && hash === '') return text;
  throw new WrongSettingError(
    `POS_BASE_URL must be an address such as https://pos.example.com or http://127.0.0.1:8610/pos, not "${text}".`,
  );
}

function appFolder(folder: string): string {
  if (existsSync(join(folder, 'app.json'))) return folder;
  throw new WrongSettingError(
    `APP_FOLDER must be the folder of a mini program; there is no app.json in "${folder}" (npm run wechat:check makes .cache/wechat/package).`,
  );
}
