import { randomInt } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { Connections } from './connections';
import { CONTROL_COMPONENTS } from './control/components';
import { registerControlRoutes } from './control/control-routes';
import { EventStreams } from './control/event-stream';
import { snapshotOf, type Snapshot } from './control/snapshot';
import type { FaultQueue } from './faults/fault-queue';
import { registerOpenApi } from './openapi';
import type { SandboxOptions, SandboxSettings } from './options';
import { registerPages } from './pages/page-routes';
import { requestUri } from './pos/answer-error';
import { notFound } from './pos/aspnet';
import { sendAspNet } from './pos/deliver';
import { registerPosRoutes } from './pos/pos-routes';
import { POS_COMPONENTS } from './pos/schemas/components';
import { defaultSeed } from './seed';
import { World } from './world';

/** How often due events (a revoke, a late charge, a new code) are looked for. Milliseconds. */
const TICK_MS = 500;

const BODY_LIMIT_BYTES = 64 * 1024;

/** Node's own default: short enough that kept connections do drop in real use. */
const KEEP_ALIVE_MS = 5_000;

/** Any case, as ASP.NET; the other paths are the sandbox's own. */
const MOUNTED_PATHS = [
  '/:api(^[aA][pP][iI]$)/*',
  '/sandbox/*',
  '/customer',
  '/customer/*',
  '/panel',
  '/panel/*',
  '/openapi.json',
];

/** A running world with its server, and the handles that tests need. */
export interface Sandbox {
  /** The server itself, not listening yet; with a start page at `/`. */
  readonly app: FastifyInstance;
  /** Mounts everything but `/` on another Fastify server, at the same origin. */
  readonly plugin: FastifyPluginAsync;
  /** The settings in force; may be written to. */
  readonly settings: SandboxSettings;
  readonly faults: FaultQueue;
  readonly world: World;
  state(): Snapshot;
  reset(): void;
  /** Closes every connection without a call, on every server this sandbox answers on. */
  closeIdleConnections(): void;
  close(): Promise<void>;
}

/** Makes a sandbox. Nothing listens until `app.listen` or until the plugin is registered. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world = new World({
    ...options,
    clock: options.clock ?? { now: () => Date.now() },
    random: options.random ?? { integer: (below) => randomInt(below) },
    seed: options.seed ?? defaultSeed,
  });
  const streams = new EventStreams(world);
  const connections = new Connections(world.settings);
  const closeIdleConnections = (): void => {
    connections.closeIdle();
  };
  const app = buildApp(world, streams, closeIdleConnections);
  connections.watch(app.server);
  return {
    app,
    plugin: mountable(app, connections),
    settings: world.settings,
    faults: world.faults,
    world,
    state: () => snapshotOf(world),
    reset: () => world.reset(),
    closeIdleConnections,
    close: () => app.close(),
  };
}

function buildApp(
  world: World,
  streams: EventStreams,
  closeIdleConnections: () => void,
): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // A delayed answer must not hold up the end of a test.
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { caseSensitive: false, maxParamLength: 256 },
    // An address that cannot be decoded never reaches a route.
    frameworkErrors: (_error, _request, reply) => {
      sendAspNet(reply, 400, { Message: '请求无效。' });
    },
    // A judge does not guess: "1" is not 1, and unknown names are not dropped in silence.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
  });
  app.setNotFoundHandler((request, reply) => sendAspNet(reply, 404, notFound(requestUri(request))));
  for (const component of [...POS_COMPONENTS, ...CONTROL_COMPONENTS]) app.addSchema(component);
  registerAll(app, world, streams, closeIdleConnections);
  return app;
}

function registerAll(
  app: FastifyInstance,
  world: World,
  streams: EventStreams,
  closeIdleConnections: () => void,
): void {
  const tick = setInterval(() => {
    const happened = world.till.catchUp();
    if (happened || (streams.count > 0 && world.wallet.showsStaleCode())) world.changed();
  }, TICK_MS).unref();
  app.addHook('preClose', () => {
    clearInterval(tick);
    streams.closeAll();
    return Promise.resolve();
  });
  registerOpenApi(app);
  void app.register((scope, _options, done) => {
    registerPosRoutes(scope, world);
    done();
  });
  void app.register((scope, _options, done) => {
    registerControlRoutes(scope, { world, streams, closeIdleConnections });
    done();
  });
  void app.register((scope, _options, done) => {
    registerPages(scope);
    done();
  });
}

/** Hands whole requests over before the host server reads their bodies. */
function mountable(app: FastifyInstance, connections: Connections): FastifyPluginAsync {
  return async (host) => {
    await app.ready();
    connections.watch(host.server);
    host.addHook('preClose', () => app.close());
    host.addHook('onRequest', (request, reply) => {
      reply.hijack();
      app.routing(request.raw, reply.raw);
    });
    for (const url of MOUNTED_PATHS) {
      host.all(url, { schema: { hide: true } }, () => undefined);
    }
  };
}
