import { isTrue, text, Widget } from '../widget';

export class SwitchWidget extends Widget {
  private on = false;
  private off = false;

  constructor(...args: ConstructorParameters<typeof Widget>) {
    super(...args);
    this.node.setAttribute('role', 'switch');
    this.node.setAttribute('aria-checked', 'false');
    this.node.tabIndex = 0;
  }

  override get disabled(): boolean {
    return this.off;
  }

  get value(): boolean {
    return this.on;
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'checked') this.show(isTrue(value));
    else if (name === 'color') this.node.style.setProperty('--wx-switch', text(value));
    else if (name === 'name') this.node.setAttribute('name', text(value));
    else if (name === 'disabled') {
      this.off = isTrue(value);
      this.node.setAttribute('aria-disabled', String(this.off));
    }
  }

  override activate(): void {
    if (this.off) return;
    this.show(!this.on);
    this.sync('checked', this.on);
    this.emit('change', { value: this.on });
  }

  private show(on: boolean): void {
    this.on = on;
    this.node.setAttribute('aria-checked', String(on));
  }
}
