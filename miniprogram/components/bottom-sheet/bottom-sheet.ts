/**
 * What slides in from below over a darkened page. Of Vant only what moves it: its popup brings a
 * closing cross and with that an icon font, 21 KB that nobody sees here.
 *
 * Events: `dismiss`, a tap beside the sheet.
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
  },
  methods: {
    onOverlay() {
      this.triggerEvent('dismiss');
    },
  },
});
