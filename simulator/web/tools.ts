import type { SimulatorControl } from '../runtime/control';
import { CHANGE_EVENT } from '../runtime/changes';
import { find } from './find';

const STATES = { foreground: '前台', background: '后台', suspended: '已挂起' } as const;
const NETWORKS = {
  wifi: 'Wi-Fi',
  '2g': '2G',
  '3g': '3G',
  '4g': '4G',
  '5g': '5G',
  none: '无网络',
} as const;

/** The keys and fields below the cashier's phone: what a phone and WeChat do to an app. */
export class Tools {
  private readonly background = find('background', HTMLButtonElement);
  private readonly weak = find('weak', HTMLButtonElement);
  private readonly offline = find('offline', HTMLButtonElement);
  private readonly storage = find('storage', HTMLSelectElement);
  private readonly scanOrder = find('scan-order', HTMLSelectElement);
  private readonly fontSize = find('font-size', HTMLSelectElement);

  constructor(private readonly cashier: HTMLIFrameElement) {
    this.bindKeys();
    this.bindFields();
    cashier.addEventListener('load', () => this.follow());
    this.follow();
  }

  /** The phone in the frame; absent while it starts. */
  private get phone(): SimulatorControl | undefined {
    return this.cashier.contentWindow?.__simulator;
  }

  private bindKeys(): void {
    const on = (key: HTMLElement, act: (phone: SimulatorControl) => void): void => {
      key.addEventListener('click', () => {
        if (this.phone !== undefined) act(this.phone);
      });
    };
    on(this.background, (phone) => (phone.state === 'foreground' ? phone.hide() : phone.show()));
    on(find('kill'), (phone) => phone.kill());
    on(find('swipe'), (phone) => phone.swipeBack());
    on(find('back-key'), (phone) => phone.pressBack());
    on(find('switch'), (phone) => phone.setNetwork(phone.network === 'wifi' ? '4g' : 'wifi'));
    on(this.weak, (phone) => phone.setWeakNetwork(!phone.weakNetwork));
    on(this.offline, (phone) => phone.setNetwork(phone.network === 'none' ? 'wifi' : 'none'));
    on(find('new-version'), (phone) => phone.offerNewVersion());
  }

  private bindFields(): void {
    const on = (
      field: HTMLSelectElement,
      apply: (phone: SimulatorControl, value: string) => void,
    ): void => {
      field.addEventListener('change', () => {
        if (this.phone !== undefined) apply(this.phone, field.value);
      });
    };
    on(this.storage, (phone, value) =>
      phone.setStorageFault(value as SimulatorControl['storageFault']),
    );
    on(this.scanOrder, (phone, value) =>
      phone.setScanOrder(value as SimulatorControl['scanOrder']),
    );
    on(this.fontSize, (phone, value) => phone.setFontSize(Number(value)));
  }

  /** Each load of the frame has a window of its own. */
  private follow(): void {
    this.cashier.contentWindow?.addEventListener(CHANGE_EVENT, () => this.draw());
    this.draw();
  }

  /** What the phone says, and nothing remembered here: it also changes by itself. */
  private draw(): void {
    const { phone } = this;
    if (phone === undefined) return;
    const { state, network, weakNetwork } = phone;
    this.background.textContent = state === 'foreground' ? '切后台' : '回前台';
    press(this.weak, weakNetwork);
    press(this.offline, network === 'none');
    this.storage.value = phone.storageFault;
    this.scanOrder.value = phone.scanOrder;
    this.fontSize.value = String(phone.fontSize);
    const signal = weakNetwork && network !== 'none' ? '（弱）' : '';
    const shown = find('state');
    shown.dataset['state'] = state;
    shown.textContent = `${STATES[state]} · ${NETWORKS[network]}${signal}`;
  }
}

const press = (key: HTMLElement, pressed: boolean): void =>
  key.setAttribute('aria-pressed', String(pressed));
