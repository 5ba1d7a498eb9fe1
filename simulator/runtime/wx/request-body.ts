import { CallError } from './call';

export interface RequestOptions {
  /** The app's own typings say string; a mistake is answered, not thrown. */
  readonly url: unknown;
  readonly method?: string;
  readonly data?: unknown;
  readonly header?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly dataType?: string;
  readonly responseType?: 'text' | 'arraybuffer';
  readonly redirect?: 'follow' | 'manual' | 'error';
}

/** A request as it goes out. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly header: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer | undefined;
}

const REFERER = 'https://servicewechat.com/touristappid/devtools/page-frame.html';

const isPlain = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer);

/** WeChat puts a GET's data into the URL and writes other data as its content type says. */
export function prepareRequest(options: RequestOptions): OutgoingRequest {
  const { url } = options;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) {
    throw new CallError(`invalid url "${String(url)}"`, 600009);
  }
  const method = (options.method ?? 'GET').toUpperCase();
  const header: Record<string, string> = { Referer: REFERER };
  for (const [name, value] of Object.entries(options.header ?? {})) {
    // The referrer is WeChat's to set.
    if (name.toLowerCase() !== 'referer') header[name] = value;
  }
  const typed = Object.keys(header).find((name) => name.toLowerCase() === 'content-type');
  if (typed === undefined) header['content-type'] = 'application/json';
  const type = header[typed ?? 'content-type'] ?? '';
  if (method === 'GET') {
    return { method, url: withQuery(url, options.data), header, body: undefined };
  }
  return { method, url, header, body: bodyOf(options.data, type) };
}

function withQuery(url: string, data: unknown): string {
  if (!isPlain(data) || Object.keys(data).length === 0) return url;
  const pairs = Object.entries(data).map(([name, value]) => pair(name, value));
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

const pair = (name: string, value: unknown): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(isPlain(value) ? JSON.stringify(value) : String(value))}`;

function bodyOf(data: unknown, type: string): string | ArrayBuffer | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  if (isPlain(data) && type.includes('x-www-form-urlencoded')) {
    return Object.entries(data)
      .map(([name, value]) => pair(name, value))
      .join('&');
  }
  return JSON.stringify(data);
}

/** `dataType` json (the default) parses what it can; anything else leaves the text alone. */
export function parseBody(body: ArrayBuffer, options: RequestOptions): unknown {
  if (options.responseType === 'arraybuffer') return body;
  const text = new TextDecoder().decode(body);
  if (options.dataType !== undefined && options.dataType !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
