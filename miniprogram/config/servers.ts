/** The three versions WeChat runs a mini program in. */
export type EnvVersion = 'develop' | 'trial' | 'release';

/**
 * Base URL of the POS server by version, without a trailing slash. Trial and release reach only https
 * addresses on the mini program's domain list; develop talks to the sandbox on this computer.
 */
export const servers: Readonly<Record<EnvVersion, string>> = {
  develop: 'http://127.0.0.1:8610',
  trial: 'https://pos.example.com',
  release: 'https://pos.example.com',
};

/** In develop only: the storage key of the server that a person has set on the login page. Goes first. */
export const CHOSEN_SERVER_KEY = 'chosenServer';

/** In develop only: this storage key, when set, names another server (the browser simulator sets it). */
export const DEVELOP_SERVER_KEY = 'developServer';
