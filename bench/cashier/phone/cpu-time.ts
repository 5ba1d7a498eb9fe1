/**
 * What this process has computed so far, ms: unlike the clock on the wall it stands still while other
 * processes have the machine.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
