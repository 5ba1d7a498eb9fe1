import type { Environment } from '../environment';
import { assetUrl } from '../view/widgets/image';
import { senses } from '../senses';
import { asyncCall } from './call';

type Listener = (result?: unknown) => void;
const EVENTS = { Play: 'playing', Pause: 'pause', Ended: 'ended', Canplay: 'canplay' } as const;

/** A sound player on the browser's own. */
class InnerAudio {
  private readonly player = new Audio();
  private errorListener: Listener | undefined;
  private path = '';
  readonly [on: `on${string}` | `off${string}`]: (listener: Listener) => void;

  constructor(logic: Environment['logic']) {
    const events: Record<string, (listener: Listener) => void> = {};
    for (const [name, type] of Object.entries(EVENTS)) {
      events[`on${name}`] = (listener) => {
        this.player.addEventListener(type, () => logic.post(() => listener()));
      };
      events[`off${name}`] = () => {};
    }
    events['onError'] = (listener) => {
      this.errorListener = (result) => logic.post(() => listener(result));
    };
    Object.assign(this, events);
    this.player.addEventListener('error', () => {
      this.errorListener?.({ errCode: 10003, errMsg: '文件错误' });
    });
  }

  get src(): string {
    return this.player.src;
  }
  set src(src: string) {
    this.path = src;
    this.player.src = assetUrl(src);
  }
  get volume(): number {
    return this.player.volume;
  }
  set volume(volume: number) {
    this.player.volume = volume;
  }
  get loop(): boolean {
    return this.player.loop;
  }
  set loop(loop: boolean) {
    this.player.loop = loop;
  }
  get currentTime(): number {
    return this.player.currentTime;
  }
  get paused(): boolean {
    return this.player.paused;
  }

  play(): void {
    senses.sounds.push(this.path);
    this.player.play().catch((error: unknown) => {
      this.errorListener?.({ errCode: 10001, errMsg: String(error) });
    });
  }
  pause(): void {
    this.player.pause();
  }
  stop(): void {
    this.player.pause();
    this.player.currentTime = 0;
  }
  seek(seconds: number): void {
    this.player.currentTime = seconds;
  }
  destroy(): void {
    this.player.pause();
    this.player.removeAttribute('src');
  }
}

export function audioApi({ logic }: Environment): Record<string, unknown> {
  return {
    createInnerAudioContext: () => new InnerAudio(logic),
    setInnerAudioOption: asyncCall(logic, 'setInnerAudioOption', () => ({})),
  };
}
