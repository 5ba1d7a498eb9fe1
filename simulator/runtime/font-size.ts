/** The font size that the phone's owner set in WeChat, px. Android: 16 as a rule, 26 is the largest. */
const STANDARD = 16;
const KEY = 'simulator:fontSize';

const listeners = new Set<() => void>();

/** Kept over a restart of the app, as WeChat keeps it; `?fontSize=` in the address goes first. */
export function fontSize(): number {
  const asked = new URLSearchParams(window.location.search).get('fontSize');
  const size = Number(asked ?? window.localStorage.getItem(KEY) ?? STANDARD);
  return size >= 10 && size <= 40 ? size : STANDARD;
}

/** Standard is 1. */
export const fontScale = (): number => fontSize() / STANDARD;

export function setFontSize(size: number): void {
  window.localStorage.setItem(KEY, String(size));
  for (const listener of listeners) listener();
}

function onFontSizeChange(listener: () => void): void {
  listeners.add(listener);
}

/** `system` in page-meta stands for the size set in WeChat. */
const resolved = (value: string | undefined): string =>
  value === 'system' ? `${String(fontSize())}px` : (value ?? '');

/** Gives a page, while it is shown, the sizes that its `page-meta` asks for. */
export function applyPageMeta(page: Element): void {
  const meta = page.querySelector<HTMLElement>('wx-page-meta');
  const body = page.querySelector<HTMLElement>('wx-page');
  document.documentElement.style.fontSize = resolved(meta?.dataset['rootFontSize']);
  if (body !== null) body.style.fontSize = resolved(meta?.dataset['pageFontSize']);
}

/** The page that is shown, again: its `page-meta` or the setting has changed. */
export function applyToShownPage(): void {
  const page = document.querySelector('.sim-page:not([hidden])');
  if (page !== null) applyPageMeta(page);
}

onFontSizeChange(applyToShownPage);
