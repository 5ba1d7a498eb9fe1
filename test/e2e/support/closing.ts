import { expect, type Till } from './till';

const NOTES = {
  确认已收款: '客人微信账单显示已付款',
  确认未收款: '客人微信账单没有这笔付款',
} as const;

/** What staff pick as the reason. */
export const noteFor = (kind: keyof typeof NOTES): string => NOTES[kind];

/** Closes the unresolved attempt on the screen by a person's word, up to the second question. */
async function askToClose(
  till: Till,
  kind: keyof typeof NOTES,
  tap: 'click' | 'dblclick' = 'click',
): Promise<void> {
  await till.button(kind)[tap]();
  await till.page.getByRole('radio', { name: NOTES[kind] })[tap]();
  await till.button('下一步')[tap]();
  await expect(till.text('请再次确认')).toBeVisible();
}

/** Answers the second question; ends when the sheet is gone. */
export async function closeByWord(
  till: Till,
  kind: keyof typeof NOTES,
  tap: 'click' | 'dblclick' = 'click',
): Promise<void> {
  await askToClose(till, kind, tap);
  await till.button(kind.replace('确认', '确定'))[tap]();
  await expect(till.text('请再次确认')).toBeHidden();
}
