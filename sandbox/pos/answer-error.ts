import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AuthRefused } from '../auth/refused';
import {
  SERVER_ERROR,
  TOO_LARGE,
  UNAUTHORIZED,
  invalidModel,
  modelStateOf,
  notFound,
} from './aspnet';
import { sendAspNet } from './deliver';
import { NoSuchResource } from './endpoint';

/** Turns whatever was thrown into what ASP.NET would answer: never an envelope. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof AuthRefused) {
    if (error.challenge !== null) reply.header('www-authenticate', error.challenge);
    if (error.status === 400) return sendAspNet(reply, 400, { Message: '请求无效。' });
    return sendAspNet(reply, 401, UNAUTHORIZED);
  }
  if (error instanceof NoSuchResource) return sendAspNet(reply, 404, notFound(requestUri(request)));
  if (!isFastifyError(error)) return sendAspNet(reply, 500, SERVER_ERROR);
  if (error.validation) return sendAspNet(reply, 400, modelStateOf(error.validation));
  if (error.statusCode === 413) return sendAspNet(reply, 413, TOO_LARGE);
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return sendAspNet(reply, error.statusCode, invalidModel({}));
  }
  return sendAspNet(reply, 500, SERVER_ERROR);
}

/** The address as ASP.NET quotes it. */
export function requestUri(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${request.url}`;
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error;
}
