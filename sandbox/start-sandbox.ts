import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox } from './create-sandbox';
import type { SandboxOptions } from './options';

export interface StartOptions extends SandboxOptions {
  /** Default 8610; 0 takes any free port. */
  port?: number;
  /** Default 127.0.0.1; 0.0.0.0 lets other devices in. */
  host?: string;
}

export interface RunningSandbox extends Sandbox {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
}

/** Starts the sandbox alone: POS server, customer's phone and panel on one port. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 8610, host = '127.0.0.1', ...rest } = options;
  const sandbox = createSandbox(rest);
  await sandbox.app.listen({ port, host });
  const address = sandbox.app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' ? '127.0.0.1' : host;
  return { ...sandbox, port: address.port, url: `http://${name}:${address.port}` };
}
