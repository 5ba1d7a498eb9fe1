import { type Note, synthesise } from './synthesise';
import { toWav } from './wav';

/**
 * The clips, told apart without looking: success rises, partial says the same note twice, failure falls
 * low, unknown goes up and down as a question, news is one high bell.
 */
const CLIPS: Readonly<Record<string, readonly Note[]>> = {
  success: [
    { hertz: 1047, ms: 90 },
    { hertz: 1568, ms: 220 },
  ],
  partial: [
    { hertz: 1047, ms: 90 },
    { hertz: 0, ms: 50 },
    { hertz: 1047, ms: 160 },
  ],
  failure: [
    { hertz: 494, ms: 130 },
    { hertz: 330, ms: 220 },
  ],
  unknown: [
    { hertz: 659, ms: 100 },
    { hertz: 880, ms: 100 },
    { hertz: 659, ms: 150 },
  ],
  news: [{ hertz: 2093, ms: 220 }],
};

/** Every clip as a WAV file, by its name. The same bytes each time. */
export function makeClips(): ReadonlyMap<string, Buffer> {
  return new Map(Object.entries(CLIPS).map(([name, notes]) => [name, toWav(synthesise(notes))]));
}
