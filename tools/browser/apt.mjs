import { spawnSync } from 'node:child_process';

/** @param {string} command @param {string[]} args */
const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * The words to put before an administrator's command: none as root, `sudo -n` where it asks no
 * password, undefined where we may not install anything.
 * @returns {string[] | undefined}
 */
function adminPrefix() {
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/**
 * Installs Debian packages where that is possible without asking anybody.
 * @param {string[]} packages
 * @returns {boolean} whether they are installed now
 */
export function aptInstall(packages) {
  const prefix = adminPrefix();
  if (prefix === undefined || !succeeds('apt-get', ['--version'])) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  return (
    run([...apt, 'update']) &&
    run([...apt, 'install', '-y', '--no-install-recommends', ...packages])
  );
}

/** @param {string[]} words */
function run([command = '', ...args]) {
  // What apt-get prints while it unpacks is noise; what goes wrong comes on stderr.
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
