import { words } from '../../config/words';

/**
 * Asks once before something that is not undone easily.
 *
 * Events: `confirm`, `cancel`.
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** What will follow; '' for none. */
    text: { type: String, value: '' },
    confirm: { type: String, value: '' },
  },
  data: { cancel: words.closing.cancel },
  methods: {
    onConfirm() {
      if (this.data.show) this.triggerEvent('confirm');
    },
    onCancel() {
      this.triggerEvent('cancel');
    },
  },
});
