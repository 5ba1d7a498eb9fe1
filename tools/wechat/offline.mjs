// Preloaded (NODE_OPTIONS=--import) into the compiler and every process that it starts: nothing there
// may reach the network. Whoever tries gets an error at once, and is written down for the check.
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const logFile = process.env['WECHAT_OFFLINE_LOG'];
const connect = net.Socket.prototype.connect;

/** @param {unknown[]} args as of `Socket.connect`, whose internal callers wrap them in an array */
function targetOf(args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'string') return null; // a pipe on this machine
  if (typeof first === 'number') return `port ${first}`;
  const { host, port, path } = /** @type {Record<string, unknown>} */ (first ?? {});
  return port === undefined && typeof path === 'string' ? null : `${host}:${port}`;
}

/** @this {net.Socket} @param {unknown[]} args @returns {net.Socket} */
function refuse(...args) {
  const target = targetOf(args);
  if (target === null) return Reflect.apply(connect, this, args);
  if (logFile !== undefined) appendFileSync(logFile, `${target}\n`);
  const error = new Error(`offline: a connection to ${target} was refused`);
  process.nextTick(() => this.destroy(error));
  return this;
}

net.Socket.prototype.connect = /** @type {typeof connect} */ (refuse);
