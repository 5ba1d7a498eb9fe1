import type { Environment } from '../environment';
import { forward, type ForwardAnswer, RefusedError } from './forward';
import { CallError, failureOf, settle, type Callbacks } from './call';
import { parseBody, prepareRequest, type RequestOptions } from './request-body';

/** WeChat's numbers for what went wrong before an answer came. */
const ERRNO = {
  timeout: 5,
  transport: 600001,
  domain: 600002,
  interrupted: 600003,
} as const;

const DEFAULT_TIMEOUT_MS = 60_000;
const MOST_AT_ONCE = 10;
const MOST_REDIRECTS = 5;

export interface RequestResult {
  readonly data: unknown;
  readonly statusCode: number;
  readonly header: Record<string, string>;
  readonly cookies: string[];
}

interface RequestTask {
  abort(): void;
  onHeadersReceived(listener: (head: { header: Record<string, string> }) => void): void;
  offHeadersReceived(): void;
}

type Call = RequestOptions & Callbacks<RequestResult>;

/** wx.request: success for every status; a failure only when no whole answer came. */
export class RequestApi {
  private readonly running = new Set<AbortController>();
  private readonly queue: (() => void)[] = [];

  constructor(private readonly environment: Environment) {
    environment.network.onSwitch = (connected) => {
      const reason = connected
        ? new CallError('interrupted', ERRNO.interrupted)
        : new CallError('net::ERR_INTERNET_DISCONNECTED', ERRNO.transport);
      this.abortAll(reason);
    };
    environment.visibility.onFreeze = () => {
      this.abortAll(new CallError('interrupted', ERRNO.interrupted));
    };
  }

  readonly request = (options: Call): RequestTask => {
    const abort = new AbortController();
    let onHeaders: ((head: { header: Record<string, string> }) => void) | undefined;
    const start = (): void => {
      this.running.add(abort);
      void this.run(options, abort, (header) => onHeaders?.({ header })).finally(() => {
        this.running.delete(abort);
        this.queue.shift()?.();
      });
    };
    if (this.running.size < MOST_AT_ONCE) start();
    else this.queue.push(start);
    return {
      abort: () => abort.abort(new CallError('abort')),
      onHeadersReceived: (listener) => {
        onHeaders = listener;
      },
      offHeadersReceived: () => {
        onHeaders = undefined;
      },
    };
  };

  abortAll(reason: CallError): void {
    for (const controller of this.running) controller.abort(reason);
  }

  private async run(
    options: Call,
    abort: AbortController,
    onHeaders: (header: Record<string, string>) => void,
  ): Promise<void> {
    const { logic } = this.environment;
    const timer = window.setTimeout(() => {
      abort.abort(new CallError('timeout', ERRNO.timeout));
    }, options.timeout ?? DEFAULT_TIMEOUT_MS);
    try {
      const answer = await this.send(options, abort.signal);
      onHeaders(answer.header);
      const data = parseBody(answer.body, options);
      const { statusCode, header, cookies } = answer;
      settle(logic, 'request', options, { result: { data, statusCode, header, cookies } });
    } catch (error) {
      const known = abort.signal.aborted ? (abort.signal.reason as unknown) : transport(error);
      settle(logic, 'request', options, { failure: failureOf('request', known) });
    } finally {
      window.clearTimeout(timer);
    }
  }

  /** One way through a weak network; a good one takes no time of its own. */
  private travel(signal: AbortSignal): Promise<void> {
    const { delay } = this.environment.network;
    if (delay === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = window.setTimeout(resolve, delay);
      signal.addEventListener('abort', () => {
        window.clearTimeout(timer);
        reject(new CallError('abort'));
      });
    });
  }

  private async send(options: Call, signal: AbortSignal): Promise<ForwardAnswer> {
    let next = prepareRequest(options);
    for (let hop = 0; ; hop += 1) {
      signal.throwIfAborted();
      if (!this.environment.network.status.isConnected) {
        throw new CallError('net::ERR_INTERNET_DISCONNECTED', ERRNO.transport);
      }
      await this.travel(signal);
      const answer = await forward(next, signal);
      await this.travel(signal);
      const place = redirection(answer);
      if (options.redirect === 'manual' || place === undefined || hop >= MOST_REDIRECTS) {
        return answer;
      }
      const keeps = answer.statusCode === 307 || answer.statusCode === 308;
      const { header } = next;
      const url = new URL(place, next.url).href;
      next = keeps ? { ...next, url } : { method: 'GET', url, header, body: undefined };
    }
  }
}

function redirection(answer: ForwardAnswer): string | undefined {
  if (![301, 302, 303, 307, 308].includes(answer.statusCode)) return undefined;
  const name = Object.keys(answer.header).find((key) => key.toLowerCase() === 'location');
  return name === undefined ? undefined : answer.header[name];
}

function transport(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof RefusedError) return new CallError('url not in domain list', ERRNO.domain);
  return new CallError(
    'errcode:-100 cronet_error_code:-100 error_msg:net::ERR_CONNECTION_CLOSED',
    ERRNO.transport,
  );
}
