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
            resolve({
              kind: 'answer',
              status: statusCode,
              headers: lowerCaseNames(header),
              body: typeof data === 'string' ? data : JSON.stringify(data),
            });
          },
          fail: (error) => {
            resolve(failedOutcome(error));
          },
        });
      }),
  };
}

/** Judged by errno alone: errMsg is localised and differs between phones. */
function failedOutcome(error: { readonly errno?: number }): HttpOutcome {
  if (error.errno === ERRNO_DOMAIN_NOT_ALLOWED) {
    return { kind: 'notSent', reason: 'domainNotAllowed' };
  }
  return {
    kind: 'noAnswer',
    reason: error.errno === ERRNO_INTERRUPTED ? 'interrupted' : 'timeoutOrNetwork',
  };
}

function lowerCaseNames(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name of Object.keys(headers)) result[name.toLowerCase()] = String(headers[name]);
  return result;
}
