/** Fired on the phone's window when something that the toolbar shows has changed. */
export const CHANGE_EVENT = 'simulator-change';

export function announceChange(): void {
  window.dispatchEvent(new Event(CHANGE_EVENT));
}
