import type { FastifySchema } from 'fastify';
import type { JsonSchema } from '../pos/schemas/describe';

/** A control call's description. */
export interface ControlDescription {
  summary: string;
  params?: JsonSchema;
  body?: JsonSchema;
  querystring?: JsonSchema;
  /** The component that a 200 carries; none for 204 and for what is not JSON. */
  answers?: string;
}

export const CUSTOMER_PARAMS: JsonSchema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', examples: ['c1'] } },
};

/** A body that may be left away. */
export function optionalBody(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: ['object', 'null'], additionalProperties: false, properties };
}

export function describeControl(part: ControlDescription): FastifySchema {
  const { answers, summary, ...input } = part;
  return {
    summary,
    tags: ['sandbox'],
    ...input,
    ...(answers && {
      response: {
        200: { description: answers, $ref: `${answers}#` },
        '4xx': { description: '不能这样做', $ref: 'ControlError#' },
      },
    }),
  };
}

/** Refused by the sandbox itself. */
export class ControlRefused extends Error {
  override readonly name = 'ControlRefused';

  constructor(
    readonly statusCode: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}
