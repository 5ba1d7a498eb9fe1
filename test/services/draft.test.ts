import type { CollectForm } from '../../miniprogram/core/collect-form';
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
