import type { HttpOutcome } from '../../core/http-outcome';
import type { Clock } from '../../utils/clock';
import type { Http } from '../../utils/http';
import type { Log } from './log';

/** Short names of the endpoints: an address could hold anything, these cannot. */
const ENDPOINTS: readonly (readonly [name: string, part: string])[] = [
  ['login', '/Miniprogram/Login'],
  ['mainRow', '/Sell/MainRow/Query/ByBillNum/'],
  ['receipt', '/Sell/Print/Content/'],
  ['rows', '/Sell/Bill/Detail/Query/ByBillNum/'],
  ['barcode', '/Sell/Pay/WithWechat/Barcode'],
  ['wechat', '/3Pay/Wechat/Query'],
];

/** Http that writes down of each request where it went, how it ended and how long it took. */
export function loggedHttp(http: Http, log: Log, clock: Clock): Http {
  return {
    send: (request) => {
      const sentAt = clock.now();
      const answer = http.send(request);
      void answer.then((outcome) => {
        const status = outcome.kind === 'answer' ? outcome.status : null;
        log.write(status === 200 ? 'info' : 'warn', 'http', {
          endpoint: endpointName(request.url),
          method: request.method,
          outcome: outcomeName(outcome),
          status,
          ms: clock.now() - sentAt,
        });
      });
      return answer;
    },
  };
}

export function endpointName(url: string): string {
  return ENDPOINTS.find(([, part]) => url.includes(part))?.[0] ?? 'other';
}

function outcomeName(outcome: HttpOutcome): string {
  return outcome.kind === 'answer' ? 'answer' : `${outcome.kind}:${outcome.reason}`;
}
