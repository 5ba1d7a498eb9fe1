import { applyToShownPage } from '../../font-size';
import { isTrue, text, Widget } from '../widget';
import { FieldWidget } from './field';
import { SwitchWidget } from './switch';
import { widgetOf } from './registry';

/** WeChat's own result icons, by shape; colour and size are properties. */
export class IconWidget extends Widget {
  protected override update(name: string, value: unknown): void {
    if (name === 'type') this.node.setAttribute('type', text(value));
    else if (name === 'size') this.node.style.fontSize = length(value);
    else if (name === 'color') this.node.style.color = text(value);
  }
}

export class ProgressWidget extends Widget {
  private readonly bar = document.createElement('div');

  constructor(...args: ConstructorParameters<typeof Widget>) {
    super(...args);
    this.node.setAttribute('role', 'progressbar');
    this.node.append(this.bar);
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'percent') {
      this.bar.style.width = `${Number(value)}%`;
      this.node.setAttribute('aria-valuenow', String(value));
    } else if (name === 'stroke-width') this.node.style.height = length(value);
    else if (name === 'active-color' || name === 'color') {
      this.bar.style.background = text(value);
    } else if (name === 'background-color') this.node.style.background = text(value);
  }
}

/** Passes a tap on to the element it names with `for`, or else to the first one inside. */
export class LabelWidget extends Widget {
  private target = '';

  protected override update(name: string, value: unknown): void {
    if (name === 'for') this.target = text(value);
  }

  override activate(): void {
    const page = this.node.closest('wx-page') ?? document;
    const found =
      this.target === ''
        ? this.node.querySelector('wx-input, wx-textarea, wx-switch, wx-button')
        : page.querySelector(`#${CSS.escape(this.target)}`);
    widgetOf(found)?.activate();
  }
}

/** Collects the named fields inside when one of its buttons asks for it. */
export class FormWidget extends Widget {
  constructor(...args: ConstructorParameters<typeof Widget>) {
    super(...args);
    this.node.addEventListener('wx-form-submit', (event) => {
      event.stopPropagation();
      this.emit('submit', { value: this.values() });
    });
    this.node.addEventListener('wx-form-reset', (event) => {
      event.stopPropagation();
      this.emit('reset', {});
    });
  }

  private values(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const node of this.node.querySelectorAll('[name]')) {
      const widget = widgetOf(node);
      const name = node.getAttribute('name') ?? '';
      if (widget instanceof FieldWidget || widget instanceof SwitchWidget) {
        values[name] = widget.value;
      }
    }
    return values;
  }
}

/** Settings of the whole page: WeChat's large-type setting arrives through this one. */
export class PageMetaWidget extends Widget {
  protected override update(name: string, value: unknown): void {
    if (name === 'root-font-size') this.node.dataset['rootFontSize'] = text(value);
    else if (name === 'page-font-size') this.node.dataset['pageFontSize'] = text(value);
    else this.updatePage(name, text(value));
    // First set before the element is in its page.
    queueMicrotask(applyToShownPage);
  }

  private updatePage(name: string, value: string): void {
    const page = this.node.closest<HTMLElement>('wx-page');
    if (name === 'page-style') page?.setAttribute('style', value);
    else if (name === 'background-color') page?.style.setProperty('background', value);
  }
}

/** Layers above the page; the content stays where it is and is lifted by its own style. */
export class LayerWidget extends Widget {
  protected override update(name: string, value: unknown): void {
    if (name === 'show') this.node.hidden = !isTrue(value);
  }
}

const length = (value: unknown): string =>
  /^\d+(\.\d+)?$/.test(String(value)) ? `${String(value)}px` : text(value);
