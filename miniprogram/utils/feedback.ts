/** What staff notice without looking. */
export interface Feedback {
  /** The phone vibrates: short for a result that is fine, long for one that needs a look. */
  vibrate(strength: 'short' | 'long'): void;
  /** The screen stays on while somebody waits for a result. */
  keepScreenOn(on: boolean): void;
}

export function createFeedback(): Feedback {
  const ignore = (): void => undefined; // a phone without a motor loses nothing
  return {
    vibrate: (strength) => {
      if (strength === 'short') wx.vibrateShort({ type: 'medium', fail: ignore });
      else wx.vibrateLong({ fail: ignore });
    },
    keepScreenOn: (keepScreenOn) => {
      wx.setKeepScreenOn({ keepScreenOn, fail: ignore });
    },
  };
}
