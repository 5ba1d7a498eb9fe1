import { find } from '../shared/dom';

/** One view at a time, by click or by the arrow keys. */
export function useTabs(): void {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>('[role=tab]')];

  function select(chosen: HTMLButtonElement): void {
    for (const tab of tabs) {
      const on = tab === chosen;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      find(`#${tab.getAttribute('aria-controls') ?? ''}`, HTMLElement).hidden = !on;
    }
  }

  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      const next = step && tabs[(index + step + tabs.length) % tabs.length];
      if (!next) return;
      select(next);
      next.focus();
    });
  });
  if (tabs[0]) select(tabs[0]);
}
