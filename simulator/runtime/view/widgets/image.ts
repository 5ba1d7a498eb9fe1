import { isTrue, setOrRemove, text, Widget } from '../widget';

const FIT: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  center: 'none',
};

export class ImageWidget extends Widget {
  private readonly picture = document.createElement('img');

  constructor(...args: ConstructorParameters<typeof Widget>) {
    super(...args);
    this.picture.alt = '';
    this.picture.draggable = false;
    this.node.append(this.picture);
    this.picture.addEventListener('load', () => {
      const { naturalWidth: width, naturalHeight: height } = this.picture;
      this.emit('load', { width, height });
    });
    this.picture.addEventListener('error', () => {
      this.emit('error', { errMsg: `GET ${this.picture.src} 404 (Not Found)` });
    });
  }

  override set(name: string, value: unknown): void {
    if (name === 'aria-label') {
      setOrRemove(this.node, 'aria-label', text(value));
      if (!this.node.hasAttribute('role')) this.setRole('img');
    } else super.set(name, value);
  }

  protected override update(name: string, value: unknown): void {
    if (name === 'src') this.picture.src = assetUrl(text(value));
    else if (name === 'mode') this.setMode(text(value));
    else if (name === 'lazy-load') this.picture.loading = isTrue(value) ? 'lazy' : 'eager';
  }

  private setMode(mode: string): void {
    this.picture.style.objectFit = FIT[mode] ?? 'fill';
    this.node.setAttribute('mode', mode);
  }
}

/** A picture of the package is served by the simulator; others are fetched from where they are. */
export const assetUrl = (src: string): string =>
  src === '' || /^(https?:|data:|blob:|\/\/)/.test(src) ? src : `/__app/${src.replace(/^\//, '')}`;
