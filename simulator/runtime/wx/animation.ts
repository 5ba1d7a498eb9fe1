type Values = readonly (string | number)[];

/** One `step()`: what changes, and how. */
export interface AnimationAction {
  readonly animates: readonly { readonly type: string; readonly args: Values }[];
  readonly option: {
    readonly duration: number;
    readonly timingFunction: string;
    readonly delay: number;
  };
}

interface AnimationOptions {
  readonly duration?: number;
  readonly timingFunction?: string;
  readonly delay?: number;
}

const TRANSFORMS = [
  'translate',
  'translateX',
  'translateY',
  'translateZ',
  'translate3d',
  'scale',
  'scaleX',
  'scaleY',
  'rotate',
  'rotateX',
  'rotateY',
  'rotateZ',
  'skew',
  'skewX',
  'skewY',
] as const;
const STYLES = [
  'opacity',
  'backgroundColor',
  'width',
  'height',
  'left',
  'right',
  'top',
  'bottom',
] as const;

/** wx.createAnimation: collects steps; `export()` hands them over to an element's `animation`. */
export function createAnimation(base: AnimationOptions = {}): Record<string, unknown> {
  let animates: { type: string; args: Values }[] = [];
  let actions: AnimationAction[] = [];
  const animation: Record<string, unknown> = {
    step(options: AnimationOptions = {}) {
      const { duration = 400, timingFunction = 'linear', delay = 0 } = { ...base, ...options };
      actions.push({ animates, option: { duration, timingFunction, delay } });
      animates = [];
      return animation;
    },
    export() {
      const exported = { actions };
      actions = [];
      return exported;
    },
  };
  for (const type of [...TRANSFORMS, ...STYLES]) {
    animation[type] = (...args: Values) => {
      animates.push({ type, args });
      return animation;
    };
  }
  return animation;
}

const length = (value: string | number | undefined): string =>
  typeof value === 'number' ? `${value}px` : (value ?? '');

function transform(type: string, args: Values): string {
  const unit = type.startsWith('translate') ? 'px' : /^(rotate|skew)/.test(type) ? 'deg' : '';
  const values = args.map((one) => (typeof one === 'number' ? `${one}${unit}` : one));
  return `${type}(${values.join(', ')})`;
}

/** Plays exported steps on an element, one after the other. */
export function playAnimation(node: HTMLElement, actions: readonly AnimationAction[]): void {
  let at = 0;
  for (const { animates, option } of actions) {
    window.setTimeout(() => {
      const { duration, timingFunction, delay } = option;
      node.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
      const moves: string[] = [];
      for (const { type, args } of animates) {
        if ((TRANSFORMS as readonly string[]).includes(type)) moves.push(transform(type, args));
        else if (type === 'opacity' || type === 'backgroundColor')
          node.style[type] = String(args[0]);
        else node.style.setProperty(type, length(args[0]));
      }
      if (moves.length > 0) node.style.transform = moves.join(' ');
    }, at);
    at += option.duration + option.delay;
  }
}
