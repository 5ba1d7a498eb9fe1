import { find } from '../shared/dom';

/** Long enough to be read, in milliseconds. */
const SHOWN_MS = 3_000;

let hideTimer: ReturnType<typeof setTimeout> | undefined;

/** Takes the words away at once, where something more urgent comes up. */
export function hideToast(): void {
  clearTimeout(hideTimer);
  find('#toast', HTMLElement).hidePopover();
}

/** Shows words for a moment, above everything: a popover, because a dialog may be open. */
export function showToast(words: string): void {
  const toast = find('#toast', HTMLElement);
  hideToast();
  toast.textContent = words;
  toast.showPopover();
  hideTimer = setTimeout(() => {
    toast.hidePopover();
    toast.textContent = '';
  }, SHOWN_MS);
}
