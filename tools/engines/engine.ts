/** A script engine of a phone, ready to run a script; or why it is not. */
export interface Engine {
  readonly name: string;
  /** Whose it is. */
  readonly of: string;
  /** null: not to be had here. */
  readonly command: Command | null;
  /** Why not, and what to do: one plain sentence; '' where it is there. */
  readonly missing: string;
}

/** How to start it: the script's path is the next word. */
export interface Command {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export type EngineName = 'android' | 'ios13' | 'ios16' | 'webkit' | 'chrome86' | 'node';

/** In the order in which they are told. */
export const ENGINES: Readonly<Record<EngineName, string>> = {
  android: 'V8 10.0 without ICU, JIT on: the logic layer of Android',
  ios13: 'JavaScriptCore r250231 of 2019-09, no JIT: iOS 13.0',
  ios16: 'JavaScriptCore r294992 of 2022-05, no JIT: about iOS 16',
  webkit: 'Debian’s JavaScriptCore, no JIT: iPhones of today',
  chrome86: 'Node 15 (V8 8.6): the oldest Chrome of the minimum base library',
  node: 'this Node, --jitless: what the others are compared with',
};
