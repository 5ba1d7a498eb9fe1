/**
 * A line above the page's content that stands until what it says is over.
 *
 * Events: `act` – the action has been tapped; with `whole`, anywhere on the strip.
 */
Component({
  properties: {
    /** plain, quiet, warning or danger. */
    tone: { type: String, value: 'plain' },
    text: { type: String, value: '' },
    /** The action's word; '' for none. */
    action: { type: String, value: '' },
    whole: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('act');
    },
  },
});
