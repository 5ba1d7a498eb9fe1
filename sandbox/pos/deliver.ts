import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Fault } from '../faults/fault';
import { SERVER_ERROR, UNAUTHORIZED, type AspNetError } from './aspnet';
import type { Envelope, Json } from './envelope';

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

const PORTAL_PAGE =
  '<!doctype html><html><head><title>欢迎使用商场 Wi-Fi</title></head><body>请先登录无线网络</body></html>';
const ERROR_PAGE =
  '<!doctype html><html><head><title>运行时错误</title></head><body>“/”应用程序中的服务器错误。</body></html>';

/** Faults that strike before the server has done anything. */
export function strikesBefore(fault: Fault): boolean {
  return (
    ['request-lost', 'error-before', 'session-expired'].includes(fault.kind) ||
    (['html', 'http-status'].includes(fault.kind) && !fault.work)
  );
}

/** Answers a call that was not worked on. */
export function answerWithoutWork(reply: FastifyReply, fault: Fault): FastifyReply {
  switch (fault.kind) {
    case 'request-lost':
      return cut(reply);
    case 'session-expired':
      return sendAspNet(reply.header('www-authenticate', 'Hawk'), 401, UNAUTHORIZED);
    case 'html':
      return reply.code(200).type(HTML_TYPE).send(PORTAL_PAGE);
    case 'http-status':
      return sendAspNet(reply, fault.status, SERVER_ERROR);
    default:
      return sendAspNet(reply, 500, SERVER_ERROR);
  }
}

/** Changes what a true answer says. */
export function distort(envelope: Envelope, fault: Fault): Envelope {
  switch (fault.kind) {
    case 'unknown-errcode':
      return { errcode: fault.errcode, errmsg: fault.words, tag: null };
    case 'no-tag':
      return { ...envelope, tag: null };
    case 'wrong-bill':
      return { ...envelope, tag: withFields(envelope.tag, { billnum: 'XS00000000000' }) };
    case 'no-billpaystate':
      return { ...envelope, tag: withFields(envelope.tag, { billpaystate: undefined }) };
    default:
      return envelope;
  }
}

/** Sends the answer of a call that was worked on, as well as the fault lets it through. */
export async function deliver(
  reply: FastifyReply,
  text: string,
  fault: Fault | undefined,
): Promise<FastifyReply> {
  switch (fault?.kind) {
    case 'answer-lost':
      return cut(reply);
    case 'delayed':
      await sleep(fault.ms, undefined, { ref: false });
      return sendText(reply, text);
    case 'error-after':
      return reply.code(500).type(HTML_TYPE).send(ERROR_PAGE);
    case 'broken-body':
      return sendText(reply, text.slice(0, Math.ceil(text.length / 2)));
    case 'truncated-body':
      return cutInBody(reply, Buffer.from(text, 'utf8'));
    case 'html':
      return reply.code(200).type(HTML_TYPE).send(PORTAL_PAGE);
    case 'http-status':
      return sendText(reply.code(fault.status), text);
    case 'connection-drop': {
      // Node takes the socket away from the response before it says that it has finished.
      const { socket } = reply.raw;
      reply.raw.once('finish', () => socket?.end());
      return sendText(reply, text);
    }
    default:
      return sendText(reply, text);
  }
}

/** An answer of ASP.NET's own. */
export function sendAspNet(reply: FastifyReply, status: number, body: AspNetError): FastifyReply {
  return sendText(reply.code(status), JSON.stringify(body));
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type(JSON_TYPE).send(text);
}

/** Tears the connection down without a word, as a lost network does. */
function cut(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function cutInBody(reply: FastifyReply, body: Buffer): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': body.length });
  reply.raw.write(body.subarray(0, Math.ceil(body.length / 2)), () => reply.raw.destroy());
  return reply;
}

/** Overwrites fields of a tag, of each row where it is a list; `undefined` removes. */
function withFields(tag: Json, fields: Record<string, string | undefined>): Json {
  if (isList(tag)) return tag.map((item) => withFields(item, fields));
  if (tag === null || typeof tag !== 'object') return tag;
  const changed: Record<string, Json> = {};
  for (const [name, value] of Object.entries({ ...tag, ...fields })) {
    if (value !== undefined) changed[name] = value;
  }
  return changed;
}

/** `Array.isArray` does not narrow a read-only array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
