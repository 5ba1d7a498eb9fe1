import { HoverSettings, isTrue, text, Widget, type Hover } from '../widget';

const FORM_EVENT = { submit: 'wx-form-submit', reset: 'wx-form-reset' } as const;

export class ButtonWidget extends Widget {
  private readonly hoverSettings = new HoverSettings('button-hover', 20, 70);
  private off = false;
  private formType = '';

  constructor(...args: ConstructorParameters<typeof Widget>) {
    super(...args);
    this.node.setAttribute('role', 'button');
    this.node.tabIndex = 0;
  }

  override get disabled(): boolean {
    return this.off;
  }

  override get hover(): Hover | undefined {
    return this.off ? undefined : this.hoverSettings.current;
  }

  /** The look a button has without a `hover-class` of its own stands in the base style sheet. */
  override showHover(className: string): void {
    if (className === 'button-hover') this.node.setAttribute('data-hover', '');
    else super.showHover(className);
    if (className === '') this.node.removeAttribute('data-hover');
  }

  protected override setRole(role: string): void {
    super.setRole(role === '' ? 'button' : role);
  }

  protected override update(name: string, value: unknown): void {
    if (this.hoverSettings.take(name, value)) return;
    if (name === 'disabled') {
      this.off = isTrue(value);
      this.node.toggleAttribute('disabled', this.off);
      this.node.setAttribute('aria-disabled', String(this.off));
      this.node.tabIndex = this.off ? -1 : 0;
    } else if (name === 'loading' || name === 'plain') {
      this.node.toggleAttribute(name, isTrue(value));
    } else if (name === 'form-type') this.formType = text(value);
    else if (name === 'type' || name === 'size') this.node.setAttribute(name, text(value));
  }

  override activate(): void {
    if (this.formType !== 'submit' && this.formType !== 'reset') return;
    const event = new CustomEvent(FORM_EVENT[this.formType], { bubbles: true });
    this.node.dispatchEvent(event);
  }
}
