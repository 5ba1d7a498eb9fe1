import { isTrue, setOrRemove, text, Widget } from '../widget';

type Native = HTMLInputElement | HTMLTextAreaElement;

/** What `input` and `textarea` share: a native field inside the element. */
export abstract class FieldWidget<T extends Native> extends Widget {
  protected readonly field: T;
  private maxLength = 140;

  constructor(
    owner: ConstructorParameters<typeof Widget>[0],
    node: HTMLElement,
    tag: 'input' | 'textarea',
  ) {
    super(owner, node);
    this.field = document.createElement(tag) as T;
    this.field.className = 'wx-field';
    this.field.autocomplete = 'off';
    this.field.spellcheck = false;
    this.field.maxLength = this.maxLength;
    node.append(this.field);
    this.listen();
  }

  protected override get accessible(): HTMLElement {
    return this.field;
  }

  override get disabled(): boolean {
    return this.field.disabled;
  }

  override activate(): void {
    this.field.focus();
  }

  /** The value a form collects. */
  get value(): string {
    return this.field.value;
  }

  protected override setRole(role: string): void {
    setOrRemove(this.field, 'role', role);
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'value') this.show(text(value));
    else if (name === 'placeholder') this.field.placeholder = text(value);
    else if (name === 'disabled') this.field.disabled = isTrue(value);
    else if (name === 'name') this.node.setAttribute('name', text(value));
    else if (name === 'focus' || name === 'auto-focus') this.setFocus(isTrue(value));
    else if (name === 'placeholder-style') this.stylePlaceholder(text(value));
    else if (name === 'maxlength') this.limit(Number(value));
  }

  private show(value: string): void {
    if (this.field.value !== value) this.field.value = value;
  }

  private setFocus(wanted: boolean): void {
    if (wanted) this.field.focus({ preventScroll: true });
    else if (document.activeElement === this.field) this.field.blur();
  }

  private stylePlaceholder(style: string): void {
    const colour = /(?:^|;)\s*color:\s*([^;]+)/.exec(style)?.[1];
    this.node.style.setProperty('--wx-placeholder', colour ?? '');
  }

  private limit(length: number): void {
    this.maxLength = length;
    if (length < 0) this.field.removeAttribute('maxlength');
    else this.field.maxLength = length;
  }

  private listen(): void {
    this.field.addEventListener('input', () => {
      const { value } = this.field;
      this.sync('value', value);
      const detail = { value, cursor: this.field.selectionStart ?? value.length, keyCode: 0 };
      this.emit('input', detail, {
        // A handler may return the text that is to stand there instead.
        onReturn: (answer) => {
          if (typeof answer === 'string') this.owner.scene.view.push(() => this.show(answer));
        },
      });
    });
    this.field.addEventListener('focus', () => {
      this.emit('focus', { value: this.field.value, height: 0 });
    });
    this.field.addEventListener('blur', () => {
      this.emit('blur', { value: this.field.value, cursor: this.field.selectionStart ?? 0 });
    });
  }

  protected confirm(): void {
    this.emit('confirm', { value: this.field.value });
  }
}
