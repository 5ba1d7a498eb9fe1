import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  bundleBrowserScript,
  isBrowserScript,
  type BrowserBundle,
  type BrowserScript,
} from '../build/browser';
import { FORWARD_PATH } from './forward-protocol';
import type { ProjectHost } from './project-host';
import { forwardRequest } from './proxy';

const WEB = join(__dirname, '../web');
const WASM = createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
};

export interface RouteOptions {
  readonly project: ProjectHost;
  /** Which server the cashier talks to; known once the simulator listens. */
  readonly posBaseUrl: () => string;
  /** Whether that is the sandbox on this same server. */
  readonly builtinSandbox: boolean;
  /** Whether files may change while the simulator runs. */
  readonly watched: boolean;
}

const typeOf = (file: string): string => TYPES[extname(file)] ?? 'application/octet-stream';

/** The simulator's own pages and files, and the road for the app's requests. */
export function registerRoutes(server: FastifyInstance, options: RouteOptions): void {
  // What cannot change need not be asked for again, nor compiled by the browser at each page.
  const caching = options.watched ? 'no-cache' : 'max-age=3600';
  const page = (name: string) => (_request: unknown, reply: FastifyReply) =>
    sendFile(reply, join(WEB, name), caching);
  server.get('/', page('home.html'));
  server.get('/cashier', page('cashier.html'));
  server.get('/favicon.ico', page('icon.svg'));
  server.get('/__sim/zxing_reader.wasm', (_request, reply) => sendFile(reply, WASM, caching));
  server.get('/__sim/app.json', async (_request, reply) => {
    const text = await options.project.assetsText();
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(text);
  });
  server.get('/__sim/settings.json', () => ({
    posBaseUrl: options.posBaseUrl(),
    sandbox: options.builtinSandbox,
  }));
  server.get('/__sim/events', (request, reply) => {
    streamChanges(reply, options.project);
    request.raw.socket.setTimeout(0);
  });
  server.get<{ Params: { name: string } }>('/__sim/:name', (request, reply) =>
    sendOwn(reply, request.params.name, caching),
  );
  server.get<{ Params: { '*': string } }>('/__app/*', (request, reply) =>
    sendAsset(reply, request.params['*'], options.project),
  );
  registerForwarding(server, options);
}

/** Whole requests are handed over before Fastify reads their bodies. */
function registerForwarding(server: FastifyInstance, options: RouteOptions): void {
  void server.register((scope, _options, done) => {
    scope.addHook('onRequest', (request, reply) => {
      reply.hijack();
      forwardRequest(request.raw, reply.raw, [new URL(options.posBaseUrl()).origin]);
      return Promise.resolve();
    });
    scope.all(FORWARD_PATH, () => undefined);
    done();
  });
}

async function sendFile(reply: FastifyReply, file: string, caching: string): Promise<FastifyReply> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return reply.code(404).send();
  return reply.type(typeOf(file)).header('cache-control', caching).send(content);
}

const scripts = new Map<BrowserScript, Promise<BrowserBundle>>();

async function sendOwn(reply: FastifyReply, name: string, caching: string): Promise<FastifyReply> {
  const script = name.replace(/\.map$/, '');
  if (isBrowserScript(script)) {
    const bundling = scripts.get(script) ?? bundleBrowserScript(script);
    scripts.set(script, bundling);
    const { code, map } = await bundling;
    return reply
      .type(TYPES['.js'] ?? '')
      .header('cache-control', caching)
      .send(script === name ? code : map);
  }
  if (/^[\w-]+\.(css|svg)$/.test(name)) return sendFile(reply, join(WEB, name), caching);
  return reply.code(404).send();
}

/** Pictures and sounds of the package; its sources are not served. */
function sendAsset(reply: FastifyReply, path: string, project: ProjectHost): FastifyReply {
  const clean = normalize(path);
  const type = TYPES[extname(clean)];
  const media = type !== undefined && /^(image|audio)\//.test(type);
  if (!media || clean.startsWith('..')) return reply.code(404).send();
  const stream = createReadStream(project.locate(clean));
  stream.on('error', () => void reply.code(404).send());
  return reply.type(type).send(stream);
}

function streamChanges(reply: FastifyReply, project: ProjectHost): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  raw.write(': ready\n\n');
  const stop = project.onChange(() => raw.write('event: reload\ndata: \n\n'));
  raw.on('close', stop);
}
