import type { FastifySchema } from 'fastify';

/** A JSON schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What differs between the endpoints' descriptions; the common answers are added. */
export interface EndpointDescription {
  operationId: string;
  summary: string;
  description: string;
  params?: JsonSchema;
  body?: JsonSchema;
  /** The envelope of a 200. */
  tag: JsonSchema;
}

export const BILL_PARAMS: JsonSchema = {
  type: 'object',
  required: ['billnum'],
  properties: {
    billnum: {
      type: 'string',
      minLength: 1,
      description: '售货单号 [D]',
      examples: ['XS20261122001'],
    },
  },
};

/** The envelope around one component (or a list of it); `null` where the call failed. */
export function envelopeOf(component: string, shape: 'one' | 'list' = 'one'): JsonSchema {
  const one = { $ref: `${component}#` };
  const tag = shape === 'one' ? one : { type: 'array', items: one };
  return {
    allOf: [
      { $ref: 'Envelope#' },
      { type: 'object', properties: { tag: { anyOf: [tag, { type: 'null' }] } } },
    ],
  };
}

/** The whole schema of a POS call: what it takes, its envelope, and ASP.NET's refusals. */
export function describe(part: EndpointDescription): FastifySchema & { body?: object } {
  const { operationId, summary, description, params, body, tag } = part;
  return {
    operationId,
    summary,
    description,
    tags: ['POS'],
    security: [{ hawk: [] }, { token: [] }, {}],
    ...(params && { params }),
    ...(body && { body }),
    response: {
      200: { description: 'The envelope [D].', ...tag },
      ...(body && {
        400: answer('Wrong input; the shop never saw the call [I].', 'ModelStateError'),
      }),
      401: answer(
        'No valid identity. A stale clock is told by ts and tsm in WWW-Authenticate [I].',
      ),
      ...(params && { 404: answer('This deployment has no such resource [I].') }),
      ...(body && { 415: answer('Anything but JSON [I].') }),
      500: answer('The server failed; whether money moved is not known [I].'),
    },
  };
}

function answer(description: string, component = 'AspNetError'): JsonSchema {
  return { description, $ref: `${component}#` };
}
