import { lowerCaseNames } from './naming';
import { invalidModel, type AspNetError } from './aspnet';

/** Reads JSON as ASP.NET does: names without regard to case. @returns the model, or what is wrong. */
export function readModel(text: string): { model: unknown } | { error: AspNetError } {
  if (text.trim() === '') return { error: invalidModel({ model: ['请求正文不能为空。'] }) };
  try {
    return { model: lowerCaseNames(JSON.parse(text)) };
  } catch {
    return { error: invalidModel({ model: ['请求正文不是有效的 JSON。'] }) };
  }
}

/** `application/json`, also with parameters or a vendor's `+json`. */
export function isJson(contentType: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json$/i.test(mediaType(contentType));
}

/** The media type without its parameters. */
export function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim();
}

/** The bill a call is about, for counting: read before anybody has checked the body. */
export function guessBillNumber(params: unknown, bodyText: string): string | null {
  const inPath = fieldText(params, 'billnum');
  if (inPath !== null || bodyText === '') return inPath;
  const read = readModel(bodyText);
  return 'model' in read ? fieldText(read.model, 'billnum') : null;
}

function fieldText(value: unknown, name: string): string | null {
  if (value === null || typeof value !== 'object') return null;
  const field: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof field === 'string' ? field.slice(0, 40) : null;
}
