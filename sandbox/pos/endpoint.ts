import type { FastifySchema } from 'fastify';
import type { Endpoint, Fault } from '../faults/fault';
import type { User } from '../seed';
import type { World } from '../world';
import type { Envelope } from './envelope';

/** An admitted call: who asks, and what, after authentication and validation. */
export interface AdmittedCall {
  world: World;
  user: User;
  /** Path parameters, decoded. */
  params: Readonly<Record<string, string>>;
  /** The validated body, names in lower case; `undefined` for GET. */
  body: unknown;
  /** What the tester wants to go wrong, where the endpoint itself has to play along. */
  fault: Fault | undefined;
}

/** One call of the POS contract. */
export interface PosEndpoint {
  name: Endpoint;
  method: 'GET' | 'POST';
  /** As documented; matched without regard to case, as ASP.NET does. */
  url: string;
  schema: FastifySchema & { body?: object };
  /** @throws NoSuchResource where a setting says that this deployment lacks the resource. */
  answer(call: AdmittedCall): Envelope;
}

/** Answered like an unknown route. */
export class NoSuchResource extends Error {
  override readonly name = 'NoSuchResource';
}

/** The bill a path names. */
export function billNumberParam(call: AdmittedCall): string {
  return call.params['billnum'] ?? '';
}
