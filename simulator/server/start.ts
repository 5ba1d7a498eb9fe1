import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { folderTree } from '../build/source-tree';
import { NPM_FOLDER } from '../build/paths';
import { ProjectHost } from './project-host';
import { registerRoutes } from './routes';

const MINIPROGRAM = join(__dirname, '../../miniprogram');

export interface SimulatorOptions {
  /** Default 8600; 0 takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1; 0.0.0.0 lets a second device show a payment code. */
  readonly host?: string;
  /** The POS server the cashier talks to; default: the sandbox on this same server. */
  readonly posBaseUrl?: string;
  /** The mini program's folder; default: `miniprogram/`, whose packages serve where it has none. */
  readonly root?: string;
  /** Whether the page reloads when a source file changes; default true. */
  readonly watch?: boolean;
  /** Whether scripts carry source maps, four fifths of what a page loads; default true. */
  readonly sourceMaps?: boolean;
  /** How the built-in sandbox behaves. */
  readonly sandbox?: SandboxOptions;
}

export interface RunningSimulator {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The POS server behind `posBaseUrl` unless another one was named. */
  readonly sandbox: Sandbox;
  readonly server: FastifyInstance;
  close(): Promise<void>;
}

/** Starts the simulator: the cashier in a browser, the sandbox server and the customer's phone. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const { port = 8600, host = '127.0.0.1', root = MINIPROGRAM, watch = true } = options;
  const project = new ProjectHost(folderTree(root, npmOf(root)), options.sourceMaps ?? true);
  const sandbox = createSandbox(options.sandbox);
  const server = Fastify({ logger: false, forceCloseConnections: true });
  let url = '';
  const posBaseUrl = (): string => options.posBaseUrl?.replace(/\/+$/, '') ?? url;
  const builtinSandbox = options.posBaseUrl === undefined;
  registerRoutes(server, { project, posBaseUrl, builtinSandbox, watched: watch });
  await server.register(sandbox.plugin);
  await server.listen({ port, host });
  const actual = (server.server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${actual}`;
  if (watch) project.watch();
  // The first page load should not wait for the compiler; mistakes appear on the terminal at once.
  void project.assets();
  return {
    url,
    port: actual,
    sandbox,
    server,
    async close() {
      project.close();
      await server.close();
    },
  };
}

function npmOf(root: string): string {
  const own = join(root, NPM_FOLDER);
  return existsSync(own) ? own : join(MINIPROGRAM, NPM_FOLDER);
}
