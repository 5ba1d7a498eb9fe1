import type { FastifyInstance } from 'fastify';
import { codePicture, PICTURE_TYPES, type PictureType } from '../codes/picture';
import { code128Svg, qrSvg } from '../codes/svg';
import type { ConfirmResult } from '../domain/till';
import type { Customer } from '../domain/wallet';
import type { World } from '../world';
import { ControlRefused, CUSTOMER_PARAMS, describeControl, optionalBody } from './describe';
import { snapshotOf, type CustomerSnapshot } from './snapshot';

/** Every route below names a customer. */
interface OfCustomer {
  Params: { id: string };
}

const SERIAL = { type: 'integer', description: 'Default: the oldest that waits.' };

/** What a customer does with the phone. */
export function registerCustomerRoutes(app: FastifyInstance, world: World): void {
  app.post<OfCustomer & { Body: { balanceFen?: number; askPassword?: boolean } }>(
    '/sandbox/customers/:id',
    {
      schema: describeControl({
        summary: '改变客人的余额、是否需要支付密码',
        params: CUSTOMER_PARAMS,
        body: {
          type: 'object',
          additionalProperties: false,
          properties: {
            balanceFen: { type: 'integer', minimum: 0, maximum: 9_999_999_999 },
            askPassword: { type: 'boolean' },
          },
        },
        answers: 'Customer',
      }),
      handler: (request) => {
        const customer = existing(world, request.params.id);
        Object.assign(customer, request.body);
        world.changed();
        return shown(world, customer.id);
      },
    },
  );

  app.post<OfCustomer & { Body: { expired?: boolean } | null }>('/sandbox/customers/:id/code', {
    schema: describeControl({
      summary: '换一个付款码；expired 给出一个刚过期的码，屏幕上的不变',
      params: CUSTOMER_PARAMS,
      body: optionalBody({ expired: { type: 'boolean' } }),
      answers: 'PaymentCode',
    }),
    handler: (request) => {
      const { id } = existing(world, request.params.id);
      const { wallet } = world;
      const code = request.body?.expired ? wallet.expiredCode(id) : wallet.newCode(id);
      world.changed();
      return code;
    },
  });

  for (const action of ['confirm', 'cancel'] as const) {
    app.post<OfCustomer & { Body: { serial?: number } | null }>(
      `/sandbox/customers/:id/${action}`,
      {
        schema: describeControl({
          summary: action === 'confirm' ? '客人输入密码，确认支付' : '客人取消支付',
          params: CUSTOMER_PARAMS,
          body: optionalBody({ serial: SERIAL }),
          answers: 'Customer',
        }),
        handler: (request) => {
          const { id } = existing(world, request.params.id);
          const serial = request.body?.serial ?? oldestWaiting(world, id);
          refuseUnless(world.till[action](serial));
          world.changed();
          return shown(world, id);
        },
      },
    );
  }

  registerPictureRoutes(app, world);
}

function registerPictureRoutes(app: FastifyInstance, world: World): void {
  app.get<OfCustomer & { Querystring: { type: PictureType } }>('/sandbox/customers/:id/code.png', {
    schema: describeControl({
      summary: '当前付款码的图片',
      params: CUSTOMER_PARAMS,
      querystring: pictureQuery(PICTURE_TYPES, 'both'),
    }),
    handler: (request, reply) => {
      const { text } = world.wallet.currentCode(existing(world, request.params.id).id);
      return reply
        .type('image/png')
        .header('cache-control', 'no-store')
        .send(codePicture(text, request.query.type));
    },
  });

  app.get<OfCustomer & { Querystring: { type: 'code128' | 'qr' } }>(
    '/sandbox/customers/:id/code.svg',
    {
      schema: describeControl({
        summary: '当前付款码的矢量图',
        params: CUSTOMER_PARAMS,
        querystring: pictureQuery(['code128', 'qr'], 'qr'),
      }),
      handler: (request, reply) => {
        const { text } = world.wallet.currentCode(existing(world, request.params.id).id);
        return reply
          .type('image/svg+xml')
          .header('cache-control', 'no-store')
          .send(request.query.type === 'qr' ? qrSvg(text) : code128Svg(text));
      },
    },
  );
}

function pictureQuery(types: readonly string[], standard: string): Record<string, unknown> {
  return {
    type: 'object',
    properties: { type: { type: 'string', enum: types, default: standard } },
  };
}

function existing(world: World, id: string): Customer {
  const customer = world.wallet.customer(id);
  if (!customer) throw new ControlRefused(404, '没有这位客人');
  return customer;
}

function shown(world: World, id: string): CustomerSnapshot | undefined {
  return snapshotOf(world).customers.find((customer) => customer.id === id);
}

function oldestWaiting(world: World, customerId: string): number {
  const waiting = world.till
    .confirmations()
    .find(
      (item) =>
        item.customerId === customerId && item.kind === 'password' && item.state === 'waiting',
    );
  return waiting?.serial ?? 0;
}

function refuseUnless(result: ConfirmResult): void {
  if (result === 'not-waiting') throw new ControlRefused(409, '没有等待确认的支付');
  if (result === 'balance-too-low') throw new ControlRefused(409, '余额不足，支付失败');
}
