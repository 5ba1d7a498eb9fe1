import { CHANGE_EVENT } from '../changes';
import { FREEZE_AFTER_MS, type Visibility } from '../visibility';
import { make } from './boxes';

const WORDS = {
  background: {
    title: '小程序在后台',
    text: `脚本还会运行 ${FREEZE_AFTER_MS / 1000} 秒，之后被微信挂起`,
  },
  suspended: {
    title: '小程序已挂起',
    text: '计时器停住；挂起时没有完成的请求以 600003 失败，回前台后才知道',
  },
} as const;

/** What lies over the app while its user is elsewhere, with the way back. */
export class BackgroundScreen {
  private readonly node = make('section', 'sim-away');
  private readonly title = make('h2', 'sim-away-title');
  private readonly text = make('p', 'sim-away-text');

  constructor(
    layer: HTMLElement,
    private readonly visibility: Visibility,
  ) {
    const back = make('button', 'sim-away-back', '回前台');
    back.type = 'button';
    back.addEventListener('click', () => visibility.show());
    this.node.hidden = true;
    this.node.setAttribute('aria-label', '手机桌面');
    this.node.append(this.title, this.text, back);
    layer.append(this.node);
    window.addEventListener(CHANGE_EVENT, () => this.draw());
  }

  private draw(): void {
    const { state } = this.visibility;
    this.node.hidden = state === 'foreground';
    if (state === 'foreground') return;
    this.title.textContent = WORDS[state].title;
    this.text.textContent = WORDS[state].text;
  }
}
