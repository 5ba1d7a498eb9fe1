import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { Http, HttpRequest } from '../../../miniprogram/utils/http';
import { applyBarcodeFault, applyReadFault } from '../model/answers';
import type { Answer } from '../model/gate';
import type { Post, Told } from '../model/post';
import type { World } from '../run/world';
import { type AppProcess, never, type OpenCall } from './app-process';
import type { Phone } from './phone';

const BARCODE = '/Pay/WithWechat/Barcode';
const LOST: HttpOutcome = { kind: 'noAnswer', reason: 'timeoutOrNetwork' };

/** What came back, and how the payment rules read it. */
interface Ending {
  readonly outcome: HttpOutcome;
  readonly told: Told;
}

const NOTHING: Ending = { outcome: LOST, told: 'nothing' };

/** `wx.request` of one run of the app, over a network and a server that fail as the weather wants. */
export function phoneHttp(world: World, phone: Phone, process: AppProcess): Http {
  const { timeline, weather, random } = world;
  const latency = (): number => random.whole(15, random.chance(0.05) ? 3_000 : 300);

  function send(request: HttpRequest): Promise<HttpOutcome> {
    if (!process.alive) return never();
    world.judge.onCall(phone, request);
    const barcode = request.url.endsWith(BARCODE);
    if (barcode && weather.strikes('killedBeforePost', 0.02)) {
      phone.kill();
      return never();
    }
    const post = barcode ? world.judge.onPost(phone, request) : null;
    if (post !== null && weather.strikes('killedAfterPost', 0.03)) {
      timeline.after(random.whole(0, 2_000), () => process.alive && phone.kill());
    }
    return new Promise((resolve) => {
      const read = post === null ? world.judge.onRead(phone, request) : null;
      const call: OpenCall & { open: boolean } = {
        open: true,
        end(outcome) {
          finish({ outcome, told: 'nothing' });
        },
      };
      function finish({ outcome, told }: Ending): void {
        // A repeated answer: WeChat calls back twice, the adapter's promise hears the first.
        if (call.open) process.calls.delete(call);
        call.open = false;
        process.deliver(() => {
          if (post !== null && post.told === 'nothing') post.told = told;
          if (signsIn(request, outcome)) phone.signedInAt = phone.clock();
          if (read !== null) world.judge.onReadEnd(phone, read, outcome);
          resolve(outcome);
        });
      }
      process.calls.add(call);
      const past = travel(request, post, (ending) => call.open && finish(ending));
      // Some phones let a request outlive its timeout.
      timeline.after(past ? 300_000 : request.timeout, () => call.open && finish(NOTHING));
    });
  }

  /** @returns whether the client's timeout is not kept this time */
  function travel(request: HttpRequest, post: Post | null, end: (ending: Ending) => void): boolean {
    if (!phone.online) {
      timeline.after(random.whole(5, 200), () => end(NOTHING));
      return false;
    }
    if (post !== null) return travelAsPost(request, post, end);
    const fault = weather.ofRead();
    if (fault === 'queryLost') {
      timeline.after(random.pick([50, 2_000, 20_000]), () => end(NOTHING));
      return false;
    }
    if (fault === 'queryTwice') {
      // Only the answer to the repeat comes back: where nonces are checked, a refusal.
      deliver(request, null, latency(), 0, () => undefined);
      deliver(request, null, 3_000 + latency(), latency(), (answer) =>
        end(answered(applyReadFault(answer, fault, random))),
      );
      return false;
    }
    const more = fault === 'queryLate' ? random.whole(2_000, 15_000) : 0;
    deliver(request, null, latency(), latency() + more, (answer) =>
      end(answered(applyReadFault(answer, fault, random))),
    );
    return false;
  }

  function travelAsPost(request: HttpRequest, post: Post, end: (ending: Ending) => void): boolean {
    const fault = weather.ofBarcodeCall();
    post.fault = fault;
    const ended = (answer: Answer | null): void =>
      end(answered(applyBarcodeFault(answer, fault, random)));
    switch (fault) {
      case 'domainRefused':
        timeline.after(1, () =>
          end({ outcome: { kind: 'notSent', reason: 'domainNotAllowed' }, told: 'notSent' }),
        );
        return false;
      case 'requestLost':
        timeline.after(random.pick([200, 5_000, 60_000]), () => end(NOTHING));
        return false;
      case 'requestLate':
        deliver(request, post, random.whole(20_000, 75_000), latency(), ended);
        return false;
      case 'answerLost':
        deliver(request, post, latency(), latency(), () => undefined);
        timeline.after(random.pick([500, 10_000, 60_000]), () => end(NOTHING));
        return false;
      case 'answerPastTimeout':
        deliver(request, post, latency(), random.whole(30_000, 120_000), ended);
        return random.chance(0.5);
      case 'answerDuplicated':
        deliver(request, post, latency(), latency(), (answer) => {
          ended(answer);
          timeline.after(latency(), () => ended(answer));
        });
        return false;
      case 'deliveredTwice':
        deliver(request, post, latency(), 0, () => undefined);
        deliver(request, post, 300 + random.pick([10, 2_000, 20_000]), latency(), ended);
        return false;
      case 'error5xxBefore':
      case 'htmlBefore':
      case 'refused4xx':
      case 'refused403':
      case 'refused429':
      case 'redirected':
        timeline.after(latency() + latency(), () => ended(null));
        return false;
      default:
        deliver(request, post, latency(), latency(), ended);
        return false;
    }
  }

  /** Takes a request to the server and its answer back; a server that restarts answers nothing. */
  function deliver(
    request: HttpRequest,
    post: Post | null,
    out: number,
    back: number,
    end: (answer: Answer | null) => void,
  ): void {
    const server = world.serverAt(request.url);
    timeline.after(out, () => {
      if (post !== null) post.deliveries += 1;
      const { epoch } = server;
      const answer = server.handle(request, post);
      timeline.after(back, () => end(server.epoch === epoch ? answer : null));
    });
  }

  return { send };
}

function answered(answer: { readonly answer: Answer; readonly told: Told } | null): Ending {
  if (answer === null) return NOTHING;
  return { outcome: { kind: 'answer', ...answer.answer }, told: answer.told };
}

/** A shift begins with the answer to the Login, however long keeping the session takes. */
function signsIn({ url }: HttpRequest, outcome: HttpOutcome): boolean {
  if (!url.endsWith('/Miniprogram/Login') || outcome.kind !== 'answer') return false;
  return outcome.status === 200 && /"errcode":0\b/.test(outcome.body);
}
