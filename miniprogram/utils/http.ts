import { asObject } from '../core/json';
import type { HttpOutcome } from '../core/http-outcome';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Serialised by the caller; null: no body. */
  readonly body: string | null;
  /** ms */
  readonly timeout: number;
}

/** Sends one request, once. Never throws and never repeats: every end is an outcome. */
export interface Http {
  send(request: HttpRequest): Promise<HttpOutcome>;
}

/** WeChat's errno of a request that never left: its domain is not on the allow-list. */
const ERRNO_DOMAIN_NOT_ALLOWED = 600002;
/** WeChat's errno of a request that was cut off: hidden too long, or the network was switched. */
const ERRNO_INTERRUPTED = 600003;

/** Http over `wx.request`. */
export function createHttp(): Http {
  return {
    send: (request) =>
      new Promise((resolve) => {
        try {
          start(request, resolve);
        } catch {
          // Nobody documents that nothing leaves when WeChat's call throws: so it is not known.
          resolve({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
        }
      }),
  };
}

function start(request: HttpRequest, resolve: (outcome: HttpOutcome) => void): void {
  wx.request({
    url: request.url,
    method: request.method,
    header: request.headers,
    ...(request.body === null ? {} : { data: request.body }),
    // Keep the text as it came: WeChat would parse JSON, and hide what is not JSON.
    dataType: '其他',
    responseType: 'text',
    timeout: request.timeout,
    // A redirected payment would be a second request.
    redirect: 'manual',
    success: ({ statusCode, header, data }) => {
      const headers = lowerCaseNames(header);
      resolve({ kind: 'answer', status: statusCode, headers, body: bodyText(data) });
    },
    fail: (error) => {
      resolve(failedOutcome(error));
    },
  });
}

/** Judged by errno alone: errMsg is localised and differs between phones. */
function failedOutcome(error: unknown): HttpOutcome {
  const errno = asObject(error)?.['errno'];
  if (errno === ERRNO_DOMAIN_NOT_ALLOWED) return { kind: 'notSent', reason: 'domainNotAllowed' };
  return {
    kind: 'noAnswer',
    reason: errno === ERRNO_INTERRUPTED ? 'interrupted' : 'timeoutOrNetwork',
  };
}

// Taken as unknown, whatever the typings promise: a throw in a callback would leave the payment's
// answer without an end.
function lowerCaseNames(headers: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(asObject(headers) ?? {})) {
    result[name.toLowerCase()] = String(value);
  }
  return result;
}

function bodyText(data: unknown): string {
  if (typeof data === 'string') return data;
  return data === undefined ? '' : JSON.stringify(data);
}
