import { isTrue, text, type Widget } from '../widget';
import { FieldWidget } from './field';

/** Which keyboard a phone shows for a type; everything else about the types is the app's to check. */
const KEYBOARD: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  text: 'text',
};

export class InputWidget extends FieldWidget<HTMLInputElement> {
  private confirmHold = false;
  private password = false;

  constructor(...[owner, node]: ConstructorParameters<typeof Widget>) {
    super(owner, node, 'input');
    this.field.type = 'text';
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      this.confirm();
      if (!this.confirmHold) this.field.blur();
    });
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'type') this.field.inputMode = KEYBOARD[text(value)] ?? 'text';
    else if (name === 'password') this.setPassword(isTrue(value));
    else if (name === 'confirm-hold') this.confirmHold = isTrue(value);
    else if (name === 'confirm-type') this.field.enterKeyHint = text(value);
    else super.update(name, value);
  }

  private setPassword(password: boolean): void {
    if (this.password === password) return;
    this.password = password;
    this.field.type = password ? 'password' : 'text';
  }
}
