/** What the collect page is filled in with: texts as typed, '' when empty. */
export interface DraftContents {
  readonly bill: string;
  readonly amount: string;
}

/**
 * The next collection as far as it is typed. Outside the page, because the result pages fill it in
 * (继续收款) or empty it (下一单), and because a payment on its way must leave nothing behind that one
 * tap would charge again.
 */
export interface Draft {
  get(): DraftContents;
  set(contents: DraftContents): void;
  clear(): void;
}

export function createDraft(): Draft {
  const empty: DraftContents = { bill: '', amount: '' };
  let contents = empty;
  return {
    get: () => contents,
    set: (next) => {
      contents = next;
    },
    clear: () => {
      contents = empty;
    },
  };
}
