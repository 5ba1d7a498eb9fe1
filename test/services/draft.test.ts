import { type CollectForm, EMPTY_FORM } from '../../miniprogram/core/collect-form';
import { fen } from '../../miniprogram/core/money';
import { createDraft } from '../../miniprogram/services/draft';

const EMPTY = { bill: '', amount: '', origin: 'none' };
const FORM: CollectForm = { bill: 'XS1', amount: '8.00', origin: 'typed' };

test('keeps what is typed until it is cleared', () => {
  const draft = createDraft();
  expect(draft.get()).toEqual(EMPTY);
  draft.set(FORM);
  expect(draft.get()).toEqual(FORM);
  draft.clear();
  expect(draft.get()).toEqual(EMPTY);
});

test.each([
  ['XS1', true],
  [' xs1', true],
  ['XS2', false],
  ['', false],
])('%j is being charged', (bill, emptied) => {
  const draft = createDraft();
  draft.set(FORM);
  draft.charged(bill);
  expect(draft.get()).toEqual(emptied ? EMPTY : FORM);
});

const RETURNED: CollectForm = { bill: 'XS1', amount: '28.00', origin: 'returned' };

test.each<[string, CollectForm, CollectForm]>([
  ['nothing there', EMPTY_FORM, RETURNED],
  ['its bill alone', { bill: 'xs1', amount: '', origin: 'none' }, { ...RETURNED, bill: 'xs1' }],
  ['its bill and an amount', FORM, FORM],
  [
    'what was filled in for its bill',
    { bill: 'XS1', amount: '20.00', origin: 'filled' },
    { bill: 'XS1', amount: '20.00', origin: 'filled' },
  ],
  [
    'another bill',
    { bill: 'XS2', amount: '', origin: 'none' },
    { bill: 'XS2', amount: '', origin: 'none' },
  ],
  [
    'an amount alone',
    { bill: '', amount: '5', origin: 'typed' },
    { bill: '', amount: '5', origin: 'typed' },
  ],
])('a payment failed while there was %s', (_name, before, after) => {
  const draft = createDraft();
  draft.set(before);
  draft.returned('XS1', fen(2800));
  expect(draft.get()).toEqual(after);
});
