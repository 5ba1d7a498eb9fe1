import { words } from '../../config/words';

/**
 * A line with a switch. The whole line is tapped: WeChat's own switch is lower than a finger, and
 * would turn before the app has agreed.
 *
 * Events: `change` with `{ on: boolean }`.
 */
Component({
  properties: {
    label: { type: String, value: '' },
    on: { type: Boolean, value: false },
  },
  data: { words: words.switches },
  methods: {
    onTap() {
      this.triggerEvent('change', { on: !this.data.on });
    },
  },
});
