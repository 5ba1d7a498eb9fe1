import type { ScannedCode } from './scanner';
import { make } from './boxes';
import { homeHook } from './home-hook';

type Outcome = ScannedCode | 'no-code' | undefined;
type Scanner = typeof import('./scanner');

const SCANNER_URL = '/__sim/scanner.js';

/** The decoder is big: it is fetched when the first picture or camera frame comes. */
const loadScanner = (): Promise<Scanner> => import(SCANNER_URL) as Promise<Scanner>;

/** A second click within this time belongs to the first (ms). */
const DOUBLE_CLICK_MS = 300;

/** 模拟扫码: stands in for the phone's camera, outside of the app. */
export class ScanSheet {
  private cancelOpen: (() => void) | undefined;

  constructor(private readonly layer: HTMLElement) {}

  /** Leaves the scanner without a code, by the phone's own back. @returns false when none is open */
  cancel(): boolean {
    const { cancelOpen } = this;
    cancelOpen?.();
    return cancelOpen !== undefined;
  }

  /** The code that was scanned, `no-code` for a picture without one, undefined for cancel. */
  open(scanType: readonly string[]): Promise<Outcome> {
    return new Promise((resolve) => {
      const veil = make('div', 'sim-veil sim-scan-veil');
      const sheet = make('div', 'sim-scan');
      const camera = new Camera(sheet, scanType, (found) => done(found));
      const done = (outcome: Outcome): void => {
        this.cancelOpen = undefined;
        camera.stop();
        sheet.remove();
        veil.classList.add('sim-veil-leaving');
        // The second click of a double click must not reach the page below.
        setTimeout(() => veil.remove(), DOUBLE_CLICK_MS);
        resolve(outcome);
      };
      this.cancelOpen = () => done(undefined);
      sheet.setAttribute('role', 'dialog');
      sheet.setAttribute('aria-modal', 'true');
      sheet.setAttribute('aria-label', '模拟扫码');
      sheet.append(make('h2', 'sim-scan-title', '模拟扫码'), camera.node, camera.status);
      sheet.append(this.sources(scanType, camera, done), this.typed(scanType, done));
      sheet.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') done(undefined);
      });
      veil.append(sheet);
      this.layer.append(veil);
      sheet.querySelector<HTMLInputElement>('.sim-scan-text')?.focus();
    });
  }

  private sources(
    scanType: readonly string[],
    camera: Camera,
    done: (outcome: Outcome) => void,
  ): HTMLElement {
    const read = (take: () => Promise<Blob>): void => {
      camera.say('正在识别…');
      Promise.all([loadScanner(), take()])
        .then(([{ decode }, picture]) => decode(picture, scanType))
        .then((found) => done(found ?? 'no-code'))
        .catch((error: unknown) => camera.say(`无法识别：${String(error)}`));
    };
    const row = make('div', 'sim-scan-row');
    const open = make('button', 'sim-scan-source', '打开摄像头');
    open.type = 'button';
    open.addEventListener('click', () => void camera.start());
    const file = make('input', 'sim-scan-file');
    file.type = 'file';
    file.accept = 'image/*';
    file.setAttribute('aria-label', '选择图片');
    file.addEventListener('change', () => {
      const picture = file.files?.[0];
      if (picture !== undefined) read(() => Promise.resolve(picture));
    });
    const pick = make('label', 'sim-scan-source', '选择图片');
    pick.append(file);
    row.append(open, pick);
    const home = homeHook();
    if (home === undefined) return row;
    const beside = make('button', 'sim-scan-source sim-scan-beside', '扫客人手机');
    beside.type = 'button';
    beside.addEventListener('click', () => read(() => home.customerPicture()));
    row.prepend(beside);
    return row;
  }

  private typed(scanType: readonly string[], done: (outcome: Outcome) => void): HTMLElement {
    const form = make('form', 'sim-scan-form');
    const label = make('label', 'sim-scan-label', '条码内容');
    const field = make('input', 'sim-scan-text');
    field.autocomplete = 'off';
    field.spellcheck = false;
    label.append(field);
    const cancel = make('button', 'sim-scan-cancel', '取消');
    cancel.type = 'button';
    cancel.addEventListener('click', () => done(undefined));
    const confirm = make('button', 'sim-scan-confirm', '确定');
    confirm.type = 'submit';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      done(typedCode(field.value, scanType));
    });
    const row = make('div', 'sim-scan-row');
    row.append(cancel, confirm);
    form.append(label, row);
    return form;
  }
}

/**
 * A page's path stands for this app's own mini program code, which no decoder here reads, and WeChat only
 * where such codes are asked for.
 */
function typedCode(text: string, scanType: readonly string[]): Outcome {
  if (/^\/?pages\//.test(text)) {
    if (!scanType.includes('wxCode')) return 'no-code';
    return { result: '', scanType: 'WX_CODE', path: text };
  }
  return { result: text, scanType: /^[\x20-\x7e]{1,48}$/.test(text) ? 'CODE_128' : 'QR_CODE' };
}

/** How often a camera frame is looked at (ms). */
const FRAME_MS = 200;

class Camera {
  readonly node = make('video', 'sim-scan-video');
  readonly status = make('p', 'sim-scan-status');
  private stream: MediaStream | undefined;
  private stopped = false;

  constructor(
    private readonly sheet: HTMLElement,
    private readonly scanType: readonly string[],
    private readonly onFound: (found: ScannedCode) => void,
  ) {
    this.node.muted = true;
    this.node.playsInline = true;
    this.node.hidden = true;
    this.status.setAttribute('role', 'status');
  }

  say(text: string): void {
    this.status.textContent = text;
  }

  async start(): Promise<void> {
    try {
      this.say('正在打开摄像头…');
      const video = { facingMode: 'environment', width: { ideal: 1280 } };
      this.stream = await navigator.mediaDevices.getUserMedia({ video });
      if (this.stopped) {
        this.stop();
        return;
      }
      this.node.srcObject = this.stream;
      this.node.hidden = false;
      await this.node.play();
      this.say('把付款码放到画面里');
      await this.watch();
    } catch (error) {
      this.say(`打不开摄像头：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async watch(): Promise<void> {
    const { decode } = await loadScanner();
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    const isOpen = (): boolean => !this.stopped && this.sheet.isConnected;
    while (isOpen() && pen !== null) {
      canvas.width = this.node.videoWidth;
      canvas.height = this.node.videoHeight;
      if (canvas.width > 0) {
        pen.drawImage(this.node, 0, 0);
        const frame = pen.getImageData(0, 0, canvas.width, canvas.height);
        const found = await decode(frame, this.scanType);
        if (found !== undefined && isOpen()) {
          this.onFound(found);
          return;
        }
      }
      await new Promise((resolve) => window.setTimeout(resolve, FRAME_MS));
    }
  }

  stop(): void {
    this.stopped = true;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }
}
