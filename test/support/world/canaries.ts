import { formatEntry } from '../../../miniprogram/core/log-entry';
import { sessionKey } from '../../../miniprogram/utils/crypto';
import type { World } from './world';

export const CANARY_CODE = '134099887766554433';
export const CANARY_PASSWORD = 'Kanarie-密码-77';
/** A password in the wrong field; one that Hawk takes as an id, so it goes as far as a name can. */
export const CANARY_USER = 'Kanarie-Passwort-78';
export const CANARY_TOKEN = 'tkn.kanarie.77';

/** Where a secret must never turn up, and what of it did. */
export interface Leak {
  readonly place: 'storage' | 'url' | 'body' | 'log' | 'file' | 'clipboard' | 'shown';
  readonly secret: string;
}

/** Looks at everything that leaves a world's app, from its start on. */
export class CanaryWatch {
  private readonly written: string[] = [];
  private readonly logged: string[] = [];
  /** Texts that staff see or that are thrown at them. */
  readonly shown: string[] = [];

  constructor(private readonly world: World) {
    const { storage } = world;
    const write = storage.write.bind(storage);
    storage.write = (key, value) => {
      this.written.push(key, value);
      return write(key, value);
    };
    this.follow();
  }

  /** Again after a restart: the log is a new one. */
  follow(): void {
    const { log, logKeeper } = this.world.services;
    log.onEntry((entry) => this.logged.push(formatEntry(entry), JSON.stringify(entry)));
    logKeeper.start();
  }

  leaks(): Leak[] {
    const { http, storage, handedOver } = this.world;
    const places: Readonly<Record<Leak['place'], readonly string[]>> = {
      storage: [...this.written, storage.text()],
      url: http.sent.map(({ request }) => request.url),
      body: http.sent.map(({ request }) => request.body ?? ''),
      log: [...this.logged, JSON.stringify(this.world.services.log.entries())],
      file: [...handedOver.written.values(), ...handedOver.sent.values()],
      clipboard: handedOver.copied,
      shown: this.shown,
    };
    return Object.entries(places).flatMap(([place, texts]) =>
      this.secrets()
        .filter((secret) => texts.some((text) => contains(text, secret.text)))
        // The cipher text is what the body is for.
        .filter(({ name }) => !(place === 'body' && name === 'cipher text'))
        .map(({ name }) => ({ place: place as Leak['place'], secret: name })),
    );
  }

  /** The planted ones, and those that the app made of them. */
  private secrets(): { name: string; text: string }[] {
    const key = sessionKey(CANARY_PASSWORD);
    const made = this.world.http.sent.flatMap(({ request }) => [
      { name: 'Authorization', text: request.headers['Authorization'] ?? '' },
      {
        name: 'MAC',
        text: /mac="([^"]+)"/.exec(request.headers['Authorization'] ?? '')?.[1] ?? '',
      },
      {
        name: 'cipher text',
        text: /"wechatbarcode":"([^"]+)"/.exec(request.body ?? '')?.[1] ?? '',
      },
    ]);
    const unique = new Map(made.filter(({ text }) => text !== '').map((one) => [one.text, one]));
    return [
      { name: 'payment code', text: CANARY_CODE },
      { name: 'password', text: CANARY_PASSWORD },
      { name: 'password as user name', text: CANARY_USER },
      { name: 'KEY', text: key },
      { name: 'token', text: CANARY_TOKEN },
      ...unique.values(),
    ];
  }
}

/** In clear, in any case, percent-encoded, JSON-escaped, or with its digits grouped. */
function contains(text: string, secret: string): boolean {
  const plain = text.toLowerCase();
  const grouped = plain.replace(/(\d)[\s-](?=\d)/g, '$1');
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
    .map((form) => form.toLowerCase())
    .some((form) => plain.includes(form) || grouped.includes(form));
}
