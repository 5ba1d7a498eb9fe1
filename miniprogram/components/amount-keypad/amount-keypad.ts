import { words } from '../../config/words';
import type { KeypadKey } from '../../core/keypad';

interface Key {
  readonly key: KeypadKey;
  readonly text: string;
  /** Accessible name. */
  readonly name: string;
  /** Where it stands: the grid area. */
  readonly area: string;
}

const digit = (key: KeypadKey): Key => ({ key, text: key, name: key, area: `d${key}` });

const KEYS: readonly Key[] = [
  ...(['1', '2', '3'] as const).map(digit),
  { key: 'backspace', text: words.keypad.backspace, name: words.keypad.backspace, area: 'back' },
  ...(['4', '5', '6'] as const).map(digit),
  { key: 'clear', text: words.keypad.clear, name: words.keypad.clear, area: 'clear' },
  ...(['7', '8', '9', '00', '0'] as const).map(digit),
  { key: '.', text: '.', name: words.keypad.point, area: 'point' },
];

/**
 * The amount keypad: the phone's own keyboard has no 00, hides half the page and differs between
 * phones. The slot `action` takes the tall place at the lower right, under the thumb.
 *
 * Events: `press` with `{ key: KeypadKey }`.
 */
Component({
  options: { multipleSlots: true },
  data: { keys: KEYS, title: words.keypad.title },
  methods: {
    onPress(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: KeypadKey };
      this.triggerEvent('press', { key });
    },
    /** A finger that rests. WeChat sends no tap after it, so any other key is pressed by it all the same. */
    onHold(event: WechatMiniprogram.TouchEvent) {
      const { key } = event.currentTarget.dataset as { key: KeypadKey };
      this.triggerEvent('press', { key: key === 'backspace' ? 'clear' : key });
    },
  },
});
