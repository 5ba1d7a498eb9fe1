import { type Clock, createClock } from './clock';
import { type AppUpdate, createAppUpdate } from './app-update';
import { type Clipboard, createClipboard } from './clipboard';
import { createFeedback, type Feedback } from './feedback';
import { createFiles, type Files } from './files';
import { createHttp, type Http } from './http';
import { createNetwork, type Network } from './network';
import { createRandom, type Random } from './random';
import { createSecretStorage, type SecretStorage } from './secret-storage';
import { restart, type Restart } from './restart';
import { createScanner, type Scanner } from './scanner';
import { createSound, type Sound } from './sound';
import { createStorage, type Storage } from './storage';

/** Everything the services need of the phone. Tests and the simulation put others in its place. */
export interface Platform {
  readonly clock: Clock;
  readonly random: Random;
  readonly http: Http;
  readonly storage: Storage;
  readonly secrets: SecretStorage;
  readonly scanner: Scanner;
  readonly feedback: Feedback;
  readonly sound: Sound;
  readonly network: Network;
  readonly appUpdate: AppUpdate;
  readonly restart: Restart;
  readonly files: Files;
  readonly clipboard: Clipboard;
}

/** The platform over WeChat's own calls. */
export function createWeChatPlatform(): Platform {
  return {
    clock: createClock(),
    random: createRandom(),
    http: createHttp(),
    storage: createStorage(),
    secrets: createSecretStorage(),
    scanner: createScanner(),
    feedback: createFeedback(),
    sound: createSound(),
    network: createNetwork(),
    appUpdate: createAppUpdate(),
    restart,
    files: createFiles(),
    clipboard: createClipboard(),
  };
}
