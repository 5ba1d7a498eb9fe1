import type { SandboxSettings } from '../../options';
import { find, make } from '../shared/dom';

/** The settings that are a choice between words. */
const CHOICES: readonly {
  name: Exclude<keyof SandboxSettings, 'clockOffsetMs' | 'tokenHeader'>;
  label: string;
  options: readonly (readonly [value: string, words: string])[];
}[] = [
  {
    name: 'auth',
    label: '身份验证',
    options: [
      ['hawk', 'Hawk 签名'],
      ['token', '令牌'],
      ['none', '不验证'],
    ],
  },
  {
    name: 'cipherProfile',
    label: '付款码加密',
    options: [
      ['sha256-ecb', 'sha256-ecb'],
      ['sha256-cbc-keyiv', 'sha256-cbc-keyiv'],
      ['sha256-cbc-zeroiv', 'sha256-cbc-zeroiv'],
      ['utf8-ecb', 'utf8-ecb'],
    ],
  },
  {
    name: 'naming',
    label: '字段写法',
    options: [
      ['lower', 'billnum'],
      ['pascal', 'BillNum'],
    ],
  },
  {
    name: 'receipt',
    label: '小票接口',
    options: [
      ['on', '可用'],
      ['paid-only', '收清后可用'],
      ['off', '没有此接口'],
    ],
  },
  {
    name: 'overpayment',
    label: '超额收款',
    options: [
      ['refuse', '拒绝'],
      ['allow', '允许'],
    ],
  },
  {
    name: 'undecidedTag',
    label: '待确认的 tag',
    options: [
      ['full', '有内容'],
      ['empty', '空'],
    ],
  },
  {
    name: 'keepAlive',
    label: '网络连接',
    options: [
      ['on', '保持'],
      ['off', '每次断开'],
    ],
  },
];

/** The server's settings as fields, always showing what is in force. */
export class SettingFields {
  private readonly selects = new Map<string, HTMLSelectElement>();
  private readonly clock = document.createElement('input');

  constructor(
    change: (settings: Partial<Record<keyof SandboxSettings, unknown>>) => Promise<void>,
  ) {
    const box = find('#settings', HTMLElement);
    for (const { name, label, options } of CHOICES) {
      const select = make(
        'select',
        '',
        ...options.map(([value, words]) => new Option(words, value)),
      );
      select.addEventListener('change', () => void change({ [name]: select.value }));
      this.selects.set(name, select);
      box.append(make('label', '', make('span', '', label), select));
    }
    this.clock.type = 'number';
    this.clock.addEventListener('change', () => {
      const seconds = this.clock.valueAsNumber;
      if (Number.isInteger(seconds)) void change({ clockOffsetMs: seconds * 1_000 });
    });
    box.append(make('label', '', make('span', '', '时钟快几秒'), this.clock));
  }

  show(settings: SandboxSettings): void {
    for (const { name } of CHOICES) {
      const select = this.selects.get(name);
      if (select) select.value = settings[name];
    }
    if (document.activeElement !== this.clock) {
      this.clock.value = String(settings.clockOffsetMs / 1_000);
    }
  }
}
