import type { Feedback } from '../utils/feedback';
import type { Preferences } from './preferences';

/** The phone's feedback as far as staff have not switched it off. */
export function createSwitchedFeedback(feedback: Feedback, preferences: Preferences): Feedback {
  return {
    vibrate: (strength) => {
      if (preferences.get().vibration) feedback.vibrate(strength);
    },
    keepScreenOn: (on) => {
      feedback.keepScreenOn(on);
    },
  };
}
