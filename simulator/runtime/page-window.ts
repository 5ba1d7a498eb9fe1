import type { JsonObject } from '../build/config';
import type { Theme } from '../build/config';

/** A page's `window` settings, with theme variables filled in. */
export interface PageWindow {
  readonly title: string;
  readonly navigationBackground: string;
  readonly navigationText: string;
  readonly background: string;
  /** `navigationStyle: custom`: the page draws its own bar. */
  readonly custom: boolean;
}

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

export const isDark = (darkmode: boolean): boolean => darkmode && DARK.matches;

/** Merges app.json's `window` with the page's own JSON. */
export function pageWindow(app: JsonObject, page: JsonObject, theme: Theme): PageWindow {
  const dark = isDark(app['darkmode'] === true);
  const base = app['window'];
  const merged = { ...(typeof base === 'object' ? (base as JsonObject) : {}), ...page };
  const read = (name: string, initial: string): string => {
    const value = merged[name];
    if (typeof value !== 'string') return initial;
    return value.startsWith('@')
      ? (theme[dark ? 'dark' : 'light'][value.slice(1)] ?? initial)
      : value;
  };
  return {
    title: read('navigationBarTitleText', ''),
    navigationBackground: read('navigationBarBackgroundColor', dark ? '#191919' : '#ffffff'),
    navigationText: read('navigationBarTextStyle', dark ? 'white' : 'black'),
    background: read('backgroundColor', dark ? '#111111' : '#ffffff'),
    custom: read('navigationStyle', 'default') === 'custom',
  };
}
