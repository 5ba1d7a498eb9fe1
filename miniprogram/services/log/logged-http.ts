import type { HttpOutcome } from '../../core/http-outcome';
import type { Clock } from '../../utils/clock';
import type { Http } from '../../utils/http';
import { endpointOf } from '../pos/endpoints';
import type { Log } from './log';

/** Http that writes down of each request where it went, how it ended and how long it took. */
export function loggedHttp(http: Http, log: Log, clock: Clock): Http {
  return {
    send: (request) => {
      const sentAt = clock.now();
      const answer = http.send(request);
      void answer.then((outcome) => {
        const status = outcome.kind === 'answer' ? outcome.status : null;
        log.write(status === 200 ? 'info' : 'warn', 'http', {
          endpoint: endpointOf(request.url),
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

function outcomeName(outcome: HttpOutcome): string {
  return outcome.kind === 'answer' ? 'answer' : `${outcome.kind}:${outcome.reason}`;
}
