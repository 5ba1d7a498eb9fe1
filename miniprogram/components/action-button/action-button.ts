/**
 * A key with words, as wide as the room it gets: what is done on a page or in a sheet.
 *
 * Events: `click`, never while disabled or loading.
 */
Component({
  properties: {
    /** `primary` for the one that is meant to be taken; '' for the others. */
    type: { type: String, value: '' },
    /** A little lower, for keys beside the matter. */
    compact: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    /** What it was tapped for is on its way. */
    loading: { type: Boolean, value: false },
    /** Shown meanwhile; '' leaves the words as they are. */
    loadingText: { type: String, value: '' },
  },
  methods: {
    onTap() {
      if (!this.data.disabled && !this.data.loading) this.triggerEvent('click');
    },
  },
});
