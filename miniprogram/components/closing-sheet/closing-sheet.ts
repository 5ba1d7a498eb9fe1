import { words } from '../../config/words';

type Kind = 'paid' | 'notPaid';

/**
 * Asks twice before a person's word closes an attempt: first what they saw, then once more with
 * bill and amount.
 *
 * Events: `confirm` with `{ note: string }`, `cancel`.
 */
Component({
  properties: {
    /** paid, notPaid, or '' while closed. */
    kind: { type: String, value: '' },
    bill: { type: String, value: '' },
    /** Formatted yuan. */
    amount: { type: String, value: '' },
    /** The last query before the closing is under way. */
    asking: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: {
    words: {
      next: words.closing.next,
      again: words.closing.again,
      asking: words.closing.asking,
      cancel: words.closing.cancel,
      yuan: words.yuan,
    },
    title: '',
    question: '',
    warning: '',
    confirm: '',
    notes: [] as readonly string[],
    chosen: '',
    second: false,
    /** The kind that is asked about: phones tell of `kind` also where another attribute has changed. */
    asked: '',
  },
  observers: {
    kind(kind: string) {
      if (kind === this.data.asked) return;
      this.data.asked = kind;
      if (kind === '') return;
      const { title, question, warning, confirm, notes } = words.closing;
      const of = kind as Kind;
      this.setData({
        title: title[of],
        question: question[of],
        warning: warning[of],
        confirm: confirm[of],
        notes: notes[of],
        chosen: '',
        second: false,
      });
    },
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ chosen: (event.currentTarget.dataset as { note: string }).note });
    },
    onNext() {
      if (this.data.chosen !== '') this.setData({ second: true });
    },
    onConfirm() {
      if (this.data.second) this.triggerEvent('confirm', { note: this.data.chosen });
    },
    onCancel() {
      this.triggerEvent('cancel');
    },
  },
});
