import { isTrue, text, Widget } from '../widget';

export class TextWidget extends Widget {
  protected override update(name: string, value: unknown): void {
    if (name === 'selectable' || name === 'user-select') {
      this.node.style.userSelect = isTrue(value) ? 'text' : '';
    } else if (name === 'space') {
      this.node.style.whiteSpace = text(value) === '' ? '' : 'pre-wrap';
    }
  }
}
