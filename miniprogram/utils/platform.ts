import { type Clock, createClock } from './clock';
import { type AppUpdate, createAppUpdate } from './app-update';
import { createFeedback, type Feedback } from './feedback';
import { createHttp, type Http } from './http';
import { createNetwork, type Network } from './network';
import { createRandom, type Random } from './random';
import { createScanner, type Scanner } from './scanner';
import { createStorage, type Storage } from './storage';

/** Everything the services need of the phone. Tests and the simulation put others in its place. */
export interface Platform {
  readonly clock: Clock;
  readonly random: Random;
  readonly http: Http;
  readonly storage: Storage;
  readonly scanner: Scanner;
  readonly feedback: Feedback;
  readonly network: Network;
  readonly appUpdate: AppUpdate;
}

/** The platform over WeChat's own calls. */
export function createWeChatPlatform(): Platform {
  return {
    clock: createClock(),
    random: createRandom(),
    http: createHttp(),
    storage: createStorage(),
    scanner: createScanner(),
    feedback: createFeedback(),
    network: createNetwork(),
    appUpdate: createAppUpdate(),
  };
}
