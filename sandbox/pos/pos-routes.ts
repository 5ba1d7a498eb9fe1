import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults/fault';
import type { User } from '../seed';
import type { World } from '../world';
import { answerWithoutWork, deliver, distort, sendAspNet, strikesBefore } from './deliver';
import type { PosEndpoint } from './endpoint';
import type { Envelope } from './envelope';
import { answerError } from './answer-error';
import { barcode } from './barcode';
import type { LoggedCall } from './call-log';
import { login } from './login';
import { mainRow } from './main-row';
import { methodNotAllowed, unsupportedMedia } from './aspnet';
import { envelopeText } from './naming';
import { guessBillNumber, isJson, mediaType, readModel } from './read-body';
import { receipt } from './receipt';
import { rows } from './rows';
import { wechatQuery } from './wechat-query';

const POS_ENDPOINTS: readonly PosEndpoint[] = [login, barcode, mainRow, rows, receipt, wechatQuery];

/** What is known of a call between its arrival and its answer. */
interface CallInProgress {
  log: LoggedCall;
  fault: Fault | undefined;
  bodyText: string;
  user?: User;
}

/** Registers every call of the POS contract. */
export function registerPosRoutes(app: FastifyInstance, world: World): void {
  // The signature covers the bytes as sent, so nothing may parse the body before it is checked.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const inProgress = new WeakMap<FastifyRequest, CallInProgress>();
  app.setErrorHandler((error, request, reply) => {
    const answered = answerError(error, request, reply);
    note(world, inProgress.get(request)?.log, String(answered.statusCode));
    return answered;
  });
  for (const endpoint of POS_ENDPOINTS) {
    registerEndpoint(app, world, endpoint, inProgress);
    refuseOtherMethods(app, endpoint);
  }
}

function registerEndpoint(
  app: FastifyInstance,
  world: World,
  endpoint: PosEndpoint,
  inProgress: WeakMap<FastifyRequest, CallInProgress>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.url,
    schema: endpoint.schema,

    /** 1 count it · 2 faults before any work · 3 who is it · 4 what does it say */
    async preValidation(request, reply) {
      const call = arrive(world, endpoint, request);
      inProgress.set(request, call);
      if (call.fault && strikesBefore(call.fault)) {
        note(world, call.log, call.fault.kind);
        return answerWithoutWork(reply, call.fault);
      }
      call.user = await authenticate(world, endpoint, request, call.bodyText);
      return readBody(endpoint, request, reply, call);
    },

    /** 5 the shop's own work · 6 the answer, or what the fault leaves of it */
    async handler(request, reply) {
      const call = inProgress.get(request);
      if (!call?.user) throw new Error('a call reached the shop unannounced');
      const { fault, user } = call;
      const work = (): Envelope =>
        endpoint.answer({ world, user, params: pathParams(request), body: request.body, fault });
      let envelope = work();
      if (fault?.kind === 'delivered-twice') {
        call.log.outcome = outcomeWords(envelope, fault);
        call.log = world.calls.arrive(endpoint.name, call.log.billNumber);
        await authenticate(world, endpoint, request, call.bodyText);
        envelope = work();
      }
      note(world, call.log, outcomeWords(envelope, fault));
      const shown = fault ? distort(envelope, fault) : envelope;
      return deliver(reply, envelopeText(shown, world.settings.naming), fault);
    },
  });
}

function arrive(world: World, endpoint: PosEndpoint, request: FastifyRequest): CallInProgress {
  const bodyText = typeof request.body === 'string' ? request.body : '';
  const log = world.calls.arrive(endpoint.name, guessBillNumber(request.params, bodyText));
  const fault = world.faults.take(endpoint.name);
  world.changed();
  return { log, fault, bodyText };
}

function authenticate(
  world: World,
  endpoint: PosEndpoint,
  request: FastifyRequest,
  body: string,
): Promise<User> {
  const { method = '', url = '' } = request.raw;
  const call = { method, url, headers: request.headers, body };
  return world.gate.authenticate(call, endpoint.name === 'login');
}

function readBody(
  endpoint: PosEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  call: CallInProgress,
): FastifyReply | undefined {
  if (!endpoint.schema.body) {
    request.body = undefined;
    return undefined;
  }
  const type = request.headers['content-type'] ?? '';
  if (call.bodyText !== '' && !isJson(type)) {
    call.log.outcome = '415';
    return sendAspNet(reply, 415, unsupportedMedia(mediaType(type)));
  }
  const read = readModel(call.bodyText);
  if ('error' in read) {
    call.log.outcome = '400';
    return sendAspNet(reply, 400, read.error);
  }
  request.body = read.model;
  return undefined;
}

function refuseOtherMethods(app: FastifyInstance, endpoint: PosEndpoint): void {
  const others = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
    (method) => method !== endpoint.method,
  );
  app.route({
    method: others,
    url: endpoint.url,
    schema: { hide: true },
    handler: (request, reply) =>
      sendAspNet(reply.header('allow', endpoint.method), 405, methodNotAllowed(request.method)),
  });
}

function pathParams(request: FastifyRequest): Record<string, string> {
  return { ...(request.params as Record<string, string>) };
}

function outcomeWords(envelope: Envelope, fault: Fault | undefined): string {
  return `errcode ${envelope.errcode}${fault ? ` · ${fault.kind}` : ''}`;
}

function note(world: World, log: LoggedCall | undefined, outcome: string): void {
  if (log) log.outcome = outcome;
  world.changed();
}
