import type { FastifyInstance } from 'fastify';
import type { FaultRequest } from '../faults/fault';
import type { World } from '../world';
import { ControlRefused, describeControl } from './describe';

/** Choosing what shall go wrong. */
export function registerFaultRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Body: FaultRequest }>('/sandbox/faults', {
    schema: describeControl({
      summary: '让接下来的请求出故障',
      body: { $ref: 'FaultRequest#' },
      answers: 'Fault',
    }),
    handler: (request) => {
      try {
        return world.faults.add(request.body);
      } catch (error) {
        throw new ControlRefused(400, error instanceof Error ? error.message : '不支持的故障');
      } finally {
        world.changed();
      }
    },
  });

  app.delete('/sandbox/faults', {
    schema: describeControl({ summary: '撤掉所有故障' }),
    handler: (_request, reply) => {
      world.faults.clear();
      world.changed();
      return reply.code(204).send();
    },
  });

  app.delete<{ Params: { id: string } }>('/sandbox/faults/:id', {
    schema: describeControl({
      summary: '撤掉一个故障',
      params: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string', pattern: '^\\d{1,9}$' } },
      },
    }),
    handler: (request, reply) => {
      if (!world.faults.remove(Number(request.params.id))) {
        throw new ControlRefused(404, '没有这个故障');
      }
      world.changed();
      return reply.code(204).send();
    },
  });
}
