import type { BarcodeFault, QueryFault } from './fault-kinds';
import type { Answer } from './gate';
import { envelope } from './pos-server';
import type { Told } from './post';
import type { Random } from './random';

interface ToldAnswer {
  readonly answer: Answer;
  readonly told: Told;
}

const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

function plain(status: number, body = ''): Answer {
  return { status, headers: {}, body };
}

/**
 * The answer to a barcode call after a fault on its way; null: none. `told` is what the payment
 * rules' table says of it, worked out from the model and not by the app's code.
 *
 * @param answer the server's own; null when it never got the request, or is down
 */
export function applyBarcodeFault(
  answer: Answer | null,
  fault: BarcodeFault | null,
  random: Random,
): ToldAnswer | null {
  const unread = (given: Answer): ToldAnswer => ({ answer: given, told: 'nothing' });
  switch (fault) {
    case 'error5xxBefore':
      return unread(plain(random.pick([500, 502, 503, 504]), random.pick(['', HTML])));
    case 'htmlBefore':
      return unread(plain(200, HTML));
    case 'refused4xx':
      return { answer: plain(random.pick([400, 404, 405, 413, 415, 422])), told: 'refused' };
    case 'refused403':
      return unread(plain(403));
    case 'refused429':
      return unread(plain(429, 'Too Many Requests'));
    case 'redirected':
      return unread(plain(302));
    default:
      break;
  }
  if (answer === null) return random.chance(0.5) ? null : unread(plain(502, HTML));
  switch (fault) {
    case 'error5xxAfter':
      return unread(plain(random.pick([500, 502, 504]), random.pick(['', HTML])));
    case 'htmlAfter':
      return unread(plain(200, HTML));
    default:
      break;
  }
  // Refused at the gate: no envelope that could be spoilt.
  if (answer.status !== 200) return { answer, told: toldBy(answer) };
  switch (fault) {
    case 'bodyTruncated':
      return unread({
        ...answer,
        body: answer.body.slice(0, random.whole(0, answer.body.length - 1)),
      });
    case 'errcodeUndocumented':
      return unread(envelope(random.pick([7, 2, -2, 100, 401]), null, '系统繁忙'));
    case 'envelopeWrong':
      return unread(plain(200, random.pick(WRONG_ENVELOPES)));
    case 'answerOfOtherBill':
      return unread(envelope(0, { billnum: 'ZZ1', autoid: 1, billpaystate: '3' }));
    case 'envelopeUnder500':
      return unread({ ...answer, status: random.pick([500, 201, 400]) });
    default:
      return { answer, told: toldBy(answer) };
  }
}

const WRONG_ENVELOPES: readonly string[] = [
  '',
  '[]',
  'null',
  '"0"',
  '{"errcode":"0","errmsg":"","tag":null}',
  '{"errcode":0,"ErrCode":-1,"errmsg":"","tag":null}',
  '{"errmsg":"ok"}',
  '{"errcode":0.5,"errmsg":"","tag":null}',
  '{"errcode":0,"errmsg":"","tag":[]}',
];

/** How an answer reads that nothing happened to. */
function toldBy({ status, headers, body }: Answer): Told {
  if (status === 401) {
    const stale = (headers['www-authenticate'] ?? '').includes('Stale timestamp');
    return stale ? 'staleClock' : 'nothing';
  }
  const errcode = Number(/^\{"errcode":(-?\d+)/.exec(body)?.[1]);
  if (status !== 200) return 'nothing';
  if (errcode === 0) return 'collected';
  if (errcode === 1) return 'awaiting';
  return errcode === -1 ? 'declined' : 'nothing';
}

/** The answer to a read after a fault on its way; null: none. */
export function applyReadFault(
  answer: Answer | null,
  fault: QueryFault | null,
  random: Random,
): ToldAnswer | null {
  if (answer === null) return random.chance(0.5) ? null : unreadable(plain(503, HTML));
  switch (fault) {
    case 'query5xx':
      return unreadable(plain(random.pick([500, 502, 429, 302]), HTML));
    case 'queryGarbled':
      return unreadable({
        ...answer,
        body: random.pick([HTML, '', answer.body.slice(0, answer.body.length >> 1)]),
      });
    case 'queryOfOtherBill':
      return unreadable({
        ...answer,
        body: answer.body.replace(/"billnum":"[^"]*"/, '"billnum":"ZZ1"'),
      });
    case 'figuresUnreadable':
      return unreadable({
        ...answer,
        body: answer.body.replace(/"real":[\d.]+/, '"real":"12.345"'),
      });
    default:
      return { answer, told: 'nothing' };
  }
}

function unreadable(answer: Answer): ToldAnswer {
  return { answer, told: 'nothing' };
}
