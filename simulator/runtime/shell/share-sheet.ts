import { make } from './boxes';

/** A second click within this time belongs to the first (ms). */
const DOUBLE_CLICK_MS = 300;

/** 模拟发送文件: stands in for WeChat's list of chats. What is sent arrives on this computer. */
export class ShareSheet {
  constructor(private readonly layer: HTMLElement) {}

  /** True when the file was sent, false when the person cancelled. */
  open(name: string, text: string): Promise<boolean> {
    return new Promise((resolve) => {
      const bytes = new Blob([text], { type: 'application/octet-stream' });
      const url = URL.createObjectURL(bytes);
      const veil = make('div', 'sim-veil sim-scan-veil');
      const sheet = make('div', 'sim-scan');
      const done = (sent: boolean): void => {
        sheet.remove();
        veil.classList.add('sim-veil-leaving');
        setTimeout(() => {
          veil.remove();
          URL.revokeObjectURL(url);
        }, DOUBLE_CLICK_MS);
        resolve(sent);
      };
      sheet.setAttribute('role', 'dialog');
      sheet.setAttribute('aria-modal', 'true');
      sheet.setAttribute('aria-label', '模拟发送文件');
      sheet.append(make('h2', 'sim-scan-title', '模拟发送文件'));
      sheet.append(make('p', 'sim-share-name', name));
      sheet.append(make('p', 'sim-scan-status', `${bytes.size} 字节`));
      sheet.append(make('pre', 'sim-share-text', text));
      const cancel = make('button', 'sim-scan-cancel', '取消');
      cancel.addEventListener('click', () => done(false));
      const send = make('button', 'sim-scan-confirm', '发送到电脑');
      send.addEventListener('click', () => {
        const link = make('a', '');
        link.href = url;
        link.download = name;
        link.click();
        done(true);
      });
      sheet.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') done(false);
      });
      const row = make('div', 'sim-scan-row');
      row.append(cancel, send);
      sheet.append(row);
      veil.append(sheet);
      this.layer.append(veil);
      send.focus();
    });
  }
}
