import type { Clock } from '../utils/clock';
import type { Feedback, Strength } from '../utils/feedback';
import type { Sound, SoundName } from '../utils/sound';
import type { Preferences } from './preferences';

/**
 * What staff are to notice without looking. `news`, `newsUnknown` (a wait that ended without a result),
 * `conflict`: of an attempt whose page is not on top.
 */
export type Cue =
  'success' | 'partial' | 'failure' | 'unknown' | 'news' | 'newsUnknown' | 'conflict';

/** The phone's feedback as far as staff have not switched it off. */
export interface FeedbackService extends Feedback {
  /** A sound and a pattern of vibration of its own. */
  signal(cue: Cue): void;
}

/** Short for what is fine, long for what needs a look; the count tells the rest apart. */
const PATTERNS: Readonly<Record<Cue, readonly Strength[]>> = {
  success: ['short'],
  partial: ['short', 'short'],
  failure: ['long'],
  unknown: ['long', 'long'],
  news: ['tick', 'tick', 'tick'],
  // Not that of `unknown`: with the sound off, the page on top would seem to be meant.
  newsUnknown: ['tick', 'tick', 'long'],
  conflict: ['long', 'long', 'long'],
};

/** Invariant 10: a tone of its own for whatever happens to another attempt. */
const SOUNDS: Readonly<Record<Cue, SoundName>> = {
  success: 'success',
  partial: 'partial',
  failure: 'failure',
  unknown: 'unknown',
  news: 'news',
  newsUnknown: 'news',
  conflict: 'news',
};

/** From one vibration to the next, ms: its own length and a pause. */
const STEP: Readonly<Record<Strength, number>> = { tick: 150, short: 200, long: 600 };

export interface FeedbackParts {
  readonly feedback: Feedback;
  readonly sound: Sound;
  readonly preferences: Preferences;
  readonly clock: Clock;
}

export function createFeedbackService(parts: FeedbackParts): FeedbackService {
  const { feedback, sound, preferences, clock } = parts;
  /** Takes back what is left of the pattern under way: two at once would be a third. */
  let stop = (): void => undefined;

  function vibrate(strength: Strength): void {
    if (preferences.get().vibration) feedback.vibrate(strength);
  }

  function vibrateFrom(pattern: readonly Strength[]): void {
    const [strength, ...rest] = pattern;
    if (strength === undefined) return;
    vibrate(strength);
    if (rest.length === 0) return;
    stop = clock.after(STEP[strength], () => {
      vibrateFrom(rest);
    });
  }

  return {
    vibrate,
    keepScreenOn: (on) => {
      feedback.keepScreenOn(on);
    },
    signal: (cue) => {
      if (preferences.get().sound) sound.play(SOUNDS[cue]);
      stop();
      vibrateFrom(PATTERNS[cue]);
    },
  };
}
