import type { FastifySchemaValidationError } from 'fastify';

/** What ASP.NET Web API answers when the call never reaches the shop's own code: no envelope. */
export interface AspNetError {
  Message: string;
  MessageDetail?: string;
  ModelState?: Record<string, string[]>;
}

export const UNAUTHORIZED: AspNetError = { Message: '已拒绝为此请求授权。' };
export const SERVER_ERROR: AspNetError = { Message: '出现错误。' };
export const TOO_LARGE: AspNetError = { Message: '请求实体过大。' };

export function notFound(uri: string): AspNetError {
  return {
    Message: `找不到与请求 URI“${uri}”匹配的 HTTP 资源。`,
    MessageDetail: `未找到与 URI“${uri}”匹配的路由。`,
  };
}

export function methodNotAllowed(method: string): AspNetError {
  return { Message: `所请求的资源不支持 http 方法“${method}”。` };
}

export function unsupportedMedia(mediaType: string): AspNetError {
  return { Message: `此资源不支持请求实体的媒体类型“${mediaType}”。` };
}

/** 400 with the fields at fault, by ASP.NET's `model.field` names. */
export function invalidModel(modelState: Record<string, string[]>): AspNetError {
  return { Message: '请求无效。', ModelState: modelState };
}

/** Turns the schema's complaints into a ModelState. */
export function modelStateOf(errors: readonly FastifySchemaValidationError[]): AspNetError {
  const state: Record<string, string[]> = {};
  for (const error of errors) {
    const missing = error.params['missingProperty'];
    const field = typeof missing === 'string' ? missing : error.instancePath.slice(1);
    const name = field === '' ? 'model' : `model.${field}`;
    state[name] = [complaint(error.keyword, field, error.params)];
  }
  return invalidModel(state);
}

function complaint(keyword: string, field: string, params: Record<string, unknown>): string {
  if (field === '') return '请求正文不能为空。';
  switch (keyword) {
    case 'required':
    case 'minLength':
      return `${field} 字段是必需的。`;
    case 'maxLength':
      return `字段 ${field} 的长度不能超过 ${String(params['limit'])}。`;
    default:
      return `字段 ${field} 的值无效。`;
  }
}
