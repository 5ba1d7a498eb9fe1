import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { type EndpointName, endpointOf } from '../../../miniprogram/services/pos/endpoints';
import type { Clock } from '../../../miniprogram/utils/clock';
import type { Http, HttpRequest } from '../../../miniprogram/utils/http';

export type Endpoint = EndpointName | 'other';

export interface Sent {
  readonly endpoint: Endpoint;
  readonly request: HttpRequest;
  /** ms since 1970, by the phone's clock. */
  readonly at: number;
  readonly answered: boolean;
  answer(outcome: HttpOutcome): void;
}

export type Reply = HttpOutcome | 'hold' | ((request: HttpRequest) => HttpOutcome);

export const NO_ANSWER: HttpOutcome = { kind: 'noAnswer', reason: 'timeoutOrNetwork' };

export function answered(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpOutcome {
  return {
    kind: 'answer',
    status,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

export function envelope(errcode: number, tag: unknown = null, errmsg = ''): HttpOutcome {
  return answered(200, { errcode, errmsg, tag });
}

/** Http that answers as scripted for each endpoint, and remembers what was sent. */
export class FakeHttp implements Http {
  readonly sent: Sent[] = [];
  private readonly standing = new Map<Endpoint, Reply>();
  private readonly scripted: { readonly endpoint: Endpoint; readonly reply: Reply }[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly log: string[] = [],
  ) {}

  /** How an endpoint answers from now on. */
  always(endpoint: Endpoint, reply: Reply): void {
    this.standing.set(endpoint, reply);
  }

  /** How an endpoint answers next, before `always`; may be given several times. */
  next(endpoint: Endpoint, ...replies: readonly Reply[]): void {
    this.scripted.push(...replies.map((reply) => ({ endpoint, reply })));
  }

  calls(endpoint: Endpoint): readonly Sent[] {
    return this.sent.filter((each) => each.endpoint === endpoint);
  }

  /** Answers the oldest request of an endpoint that still waits. */
  answer(endpoint: Endpoint, outcome: HttpOutcome): void {
    const open = this.calls(endpoint).find((each) => !each.answered);
    if (open === undefined) throw new Error(`no open call of ${endpoint}`);
    open.answer(outcome);
  }

  send(request: HttpRequest): Promise<HttpOutcome> {
    const endpoint = endpointOf(request.url);
    this.log.push(`send ${endpoint}`);
    return new Promise((resolve) => {
      let done = false;
      const sent: Sent = {
        endpoint,
        request,
        at: this.clock.now(),
        get answered() {
          return done;
        },
        answer: (outcome) => {
          done = true;
          this.log.push(`answer ${endpoint}`);
          resolve(outcome);
        },
      };
      this.sent.push(sent);
      const reply = this.replyOf(endpoint);
      if (reply !== 'hold') sent.answer(typeof reply === 'function' ? reply(request) : reply);
    });
  }

  private replyOf(endpoint: Endpoint): Reply {
    const at = this.scripted.findIndex((each) => each.endpoint === endpoint);
    if (at !== -1) return this.scripted.splice(at, 1)[0]?.reply ?? NO_ANSWER;
    return this.standing.get(endpoint) ?? NO_ANSWER;
  }
}
