export interface ToastOptions {
  readonly title?: string;
  readonly icon?: 'success' | 'error' | 'loading' | 'none';
  readonly duration?: number;
  readonly mask?: boolean;
}

export interface ModalOptions {
  readonly title?: string;
  readonly content?: string;
  readonly showCancel?: boolean;
  readonly cancelText?: string;
  readonly confirmText?: string;
}

/** Makes an element with a class and a text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  content = '',
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = content;
  return node;
}

/** WeChat's toast: at most one; a loading toast stays until it is hidden. */
export class ToastBox {
  private readonly node = make('div', 'sim-toast');
  private timer = 0;

  constructor(layer: HTMLElement) {
    this.node.setAttribute('role', 'status');
    this.node.hidden = true;
    layer.append(this.node);
  }

  show({ title = '', icon = 'success', duration = 1500, mask = false }: ToastOptions): void {
    window.clearTimeout(this.timer);
    this.node.replaceChildren(make('span', 'sim-toast-text', title));
    this.node.dataset['icon'] = icon;
    this.node.classList.toggle('sim-toast-mask', mask);
    this.node.hidden = false;
    if (Number.isFinite(duration)) this.timer = window.setTimeout(() => this.hide(), duration);
  }

  hide(): void {
    this.node.hidden = true;
  }
}

/** WeChat's dialog with one or two buttons. */
export class ModalBox {
  constructor(private readonly layer: HTMLElement) {}

  ask(options: ModalOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const veil = make('div', 'sim-veil');
      const box = make('div', 'sim-modal');
      box.setAttribute('role', 'dialog');
      box.setAttribute('aria-modal', 'true');
      box.setAttribute('aria-label', options.title ?? options.content ?? '');
      const choose = (text: string, answer: boolean): HTMLButtonElement => {
        const button = make('button', answer ? 'sim-modal-confirm' : 'sim-modal-cancel', text);
        button.addEventListener('click', () => {
          veil.remove();
          resolve(answer);
        });
        return button;
      };
      const buttons = make('div', 'sim-modal-buttons');
      if (options.showCancel !== false) buttons.append(choose(options.cancelText ?? '取消', false));
      buttons.append(choose(options.confirmText ?? '确定', true));
      if (options.title) box.append(make('h2', 'sim-modal-title', options.title));
      if (options.content) box.append(make('p', 'sim-modal-content', options.content));
      box.append(buttons);
      veil.append(box);
      this.layer.append(veil);
      buttons.querySelector<HTMLButtonElement>('.sim-modal-confirm')?.focus();
    });
  }
}
