import { createDraft } from '../../miniprogram/services/draft';

test('keeps what is typed until it is cleared', () => {
  const draft = createDraft();
  expect(draft.get()).toEqual({ bill: '', amount: '' });
  draft.set({ bill: 'XS1', amount: '8.00' });
  expect(draft.get()).toEqual({ bill: 'XS1', amount: '8.00' });
  draft.clear();
  expect(draft.get()).toEqual({ bill: '', amount: '' });
});
