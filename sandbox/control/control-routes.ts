import type { FastifyError, FastifyInstance } from 'fastify';
import type { World } from '../world';
import { registerCustomerRoutes } from './customer-routes';
import { ControlRefused, describeControl } from './describe';
import type { EventStreams } from './event-stream';
import { registerFaultRoutes } from './fault-routes';
import { snapshotOf } from './snapshot';
import type { SandboxSettings } from '../options';

export interface ControlOptions {
  world: World;
  streams: EventStreams;
  closeIdleConnections: () => void;
}

/** The tester's API. It has no place in a real POS server, so it has a path of its own. */
export function registerControlRoutes(app: FastifyInstance, options: ControlOptions): void {
  const { world, streams } = options;
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ message: error.message }),
  );

  app.get('/sandbox/state', {
    schema: describeControl({ summary: '沙箱的全部状态', answers: 'SandboxState' }),
    handler: () => snapshotOf(world),
  });

  app.get('/sandbox/events', {
    schema: describeControl({ summary: '状态变化（Server-Sent Events，事件名 state）' }),
    handler: (_request, reply) => {
      reply.hijack();
      streams.add(reply.raw);
    },
  });

  app.post('/sandbox/reset', {
    schema: describeControl({ summary: '恢复到初始数据', answers: 'SandboxState' }),
    handler: () => {
      world.reset();
      return snapshotOf(world);
    },
  });

  app.post<{ Body: Partial<SandboxSettings> }>('/sandbox/settings', {
    schema: describeControl({
      summary: '改变服务器的行为',
      body: { $ref: 'SettingsChange#' },
      answers: 'Settings',
    }),
    handler: (request) => {
      Object.assign(world.settings, request.body);
      world.changed();
      return world.settings;
    },
  });

  app.post('/sandbox/connections/close-idle', {
    schema: describeControl({ summary: '关闭所有空闲的 keep-alive 连接' }),
    handler: (_request, reply) => {
      options.closeIdleConnections();
      return reply.code(204).send();
    },
  });

  registerBillRoutes(app, world);
  registerFaultRoutes(app, world);
  registerCustomerRoutes(app, world);
}

/** What a payment at another counter needs. */
interface CashBody {
  fen: number;
  channel?: 'cash' | 'other-till';
}

function registerBillRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Params: { billnum: string }; Body: CashBody }>('/sandbox/bills/:billnum/cash', {
    schema: describeControl({
      summary: '现金收款，或另一台收银机收款',
      params: {
        type: 'object',
        required: ['billnum'],
        properties: { billnum: { type: 'string', examples: ['XS20261122002'] } },
      },
      body: {
        type: 'object',
        required: ['fen'],
        additionalProperties: false,
        properties: {
          fen: { type: 'integer', minimum: 1, description: 'In fen.' },
          channel: { type: 'string', enum: ['cash', 'other-till'], description: 'Default cash.' },
        },
      },
      answers: 'Charge',
    }),
    handler: (request) => {
      const { fen, channel = 'cash' } = request.body;
      const by = channel === 'cash' ? '收银台' : '另一台收银机';
      const done = world.till.collectElsewhere(request.params.billnum, fen, channel, by);
      if ('words' in done) {
        throw new ControlRefused(done.refusal === 'bill-unknown' ? 404 : 409, done.words);
      }
      world.changed();
      return done;
    },
  });
}
