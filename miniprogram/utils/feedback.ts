/** `tick` is a key, `short` a result that is fine, `long` one that needs a look. */
export type Strength = 'tick' | 'short' | 'long';

/** What staff notice without looking. */
export interface Feedback {
  /** The phone vibrates. */
  vibrate(strength: Strength): void;
  /** The screen stays on while somebody waits for a result. */
  keepScreenOn(on: boolean): void;
}

export function createFeedback(): Feedback {
  const ignore = (): void => undefined; // a phone without a motor loses nothing
  return {
    vibrate: (strength) => {
      if (strength === 'long') wx.vibrateLong({ fail: ignore });
      else wx.vibrateShort({ type: strength === 'tick' ? 'light' : 'heavy', fail: ignore });
    },
    keepScreenOn: (keepScreenOn) => {
      wx.setKeepScreenOn({ keepScreenOn, fail: ignore });
    },
  };
}
