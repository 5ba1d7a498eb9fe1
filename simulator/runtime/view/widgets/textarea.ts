import { isTrue, type Widget } from '../widget';
import { FieldWidget } from './field';

export class TextareaWidget extends FieldWidget<HTMLTextAreaElement> {
  private autoHeight = false;

  constructor(...[owner, node]: ConstructorParameters<typeof Widget>) {
    super(owner, node, 'textarea');
    this.field.addEventListener('input', () => this.fit());
  }

  protected override update(name: string, value: unknown): void {
    super.update(name, value);
    if (name === 'auto-height') this.autoHeight = isTrue(value);
    this.fit();
  }

  private fit(): void {
    if (!this.autoHeight) return;
    this.node.style.height = 'auto';
    this.field.style.height = '0';
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
