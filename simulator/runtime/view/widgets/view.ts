import { Widget, HoverSettings, type Hover } from '../widget';

/** `view`, `cover-view` and the like: a box. */
export class ViewWidget extends Widget {
  private readonly hoverSettings = new HoverSettings('none', 50, 400);

  override get hover(): Hover | undefined {
    return this.hoverSettings.current;
  }

  protected override update(name: string, value: unknown): void {
    this.hoverSettings.take(name, value);
  }
}
