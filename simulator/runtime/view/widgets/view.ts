import { playAnimation, type AnimationAction } from '../../wx/animation';
import { HoverSettings, text, Widget, type Hover } from '../widget';

/** `view`, `cover-view` and the like: a box. */
export class ViewWidget extends Widget {
  private readonly hoverSettings = new HoverSettings('none', 50, 400);

  override get hover(): Hover | undefined {
    return this.hoverSettings.current;
  }

  protected override update(name: string, value: unknown): void {
    if (this.hoverSettings.take(name, value) || name !== 'animation') return;
    const animation = JSON.parse(text(value) || 'null') as { actions?: AnimationAction[] } | null;
    playAnimation(this.node, animation?.actions ?? []);
  }
}
