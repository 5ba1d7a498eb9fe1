import { settings } from '../../../miniprogram/config/settings';
import type { Attempt } from '../../../miniprogram/core/attempt';
import { encodeRecord } from '../../../miniprogram/core/attempt-record';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { parseServerAddress } from '../../../miniprogram/core/server-address';
import { createServices } from '../../../miniprogram/services/create-services';
import type { Services } from '../../../miniprogram/services/services';
import { createVisibility } from '../../../miniprogram/services/visibility';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import type { Storage } from '../../../miniprogram/utils/storage';
import { FakeSecretStorage } from '../world/fake-secret-storage';
import { FAKE_SERVER } from './attempt';
import { handedOver, type HandedOver } from './hand-over';
import { fakePlatform, mapStorage } from './platform';

/** Services as the app composes them, on a phone that is made of plain values. */
export interface FakePhone {
  readonly services: Services;
  /** What the next scans bring; null: cancelled. */
  readonly scans: (string | null)[];
  readonly requests: HttpRequest[];
  readonly stored: Map<string, string>;
  readonly secrets: FakeSecretStorage;
  /** Where the app went: "open /pages/…", "replace …", "back", "close". */
  readonly moves: string[];
  /** Clips played, vibrations felt, and whether the screen was to stay on, in order. */
  readonly sounds: string[];
  readonly vibrations: string[];
  readonly screen: boolean[];
  /** WeChat calls the network weak, or no longer. */
  setWeakNetwork(weak: boolean): void;
  readonly storage: Storage;
  /** Files and clipboard. */
  readonly handOver: HandedOver;
  /** Answers requests; the default gives no answer. */
  answer: (request: HttpRequest) => HttpOutcome | Promise<HttpOutcome>;
}

export interface FakePhoneOptions {
  /** Timers that are due now ring in the next turn; without it no timer ever rings. */
  readonly ringAtOnce?: boolean;
}

/** @param journal attempts found at start; null leaves the journal unread */
export async function fakePhone(
  journal: readonly Attempt[] | null = [],
  { ringAtOnce = false }: FakePhoneOptions = {},
): Promise<FakePhone> {
  const server = parseServerAddress(FAKE_SERVER);
  if (server === null) throw new Error('FAKE_SERVER');
  const scans: (string | null)[] = [];
  const requests: HttpRequest[] = [];
  const stored = new Map<string, string>();
  const secrets = new FakeSecretStorage();
  const moves: string[] = [];
  const sounds: string[] = [];
  const vibrations: string[] = [];
  const screen: boolean[] = [];
  const handOver = handedOver();
  const storage = mapStorage(stored);
  for (const attempt of journal ?? []) {
    stored.set(`attempt:${attempt.id}:1`, encodeRecord(attempt, 1));
  }
  let drawn = 0;
  let tellWeak: (weak: boolean) => void = () => undefined;
  const phone: FakePhone = {
    scans,
    requests,
    stored,
    secrets,
    moves,
    sounds,
    vibrations,
    screen,
    setWeakNetwork: (weak) => {
      tellWeak(weak);
    },
    storage,
    handOver,
    answer: () => ({ kind: 'noAnswer', reason: 'timeoutOrNetwork' }),
    services: createServices({
      settings,
      server,
      about: { environment: 'develop', version: '0.1.0' },
      visibility: createVisibility(),
      navigation: {
        open: (url) => void moves.push(`open ${url}`),
        replace: (url) => void moves.push(`replace ${url}`),
        show: (url) => void moves.push(`show ${url}`),
        back: () => void moves.push('back'),
        close: () => void moves.push('close'),
      },
      platform: fakePlatform({
        // Time stands still: a page is looked at in one state.
        clock: {
          now: () => Date.UTC(2026, 10, 22, 6, 6, 0),
          after: (ms, ring) => {
            let rings = ringAtOnce && ms === 0;
            void Promise.resolve().then(() => {
              if (rings) ring();
            });
            return () => {
              rings = false;
            };
          },
        },
        random: {
          hex: (length) => Promise.resolve(String((drawn += 1)).padStart(length * 2, '0')),
          fraction: () => 0.5,
        },
        http: {
          send: (request) => {
            requests.push(request);
            return Promise.resolve(phone.answer(request));
          },
        },
        storage,
        secrets,
        scanner: { scan: () => Promise.resolve(scans.shift() ?? null) },
        feedback: {
          vibrate: (strength) => void vibrations.push(strength),
          keepScreenOn: (on) => void screen.push(on),
        },
        sound: { play: (name) => void sounds.push(name) },
        network: {
          online: () => Promise.resolve(true),
          onReturn: () => undefined,
          onWeak: (callback) => {
            tellWeak = callback;
          },
        },
        restart: (page) => {
          moves.push(`restart ${page}`);
          return Promise.resolve(true);
        },
        files: handOver.files,
        clipboard: handOver.clipboard,
      }),
    }),
  };
  if (journal !== null) await phone.services.attempts.load(0);
  return phone;
}
