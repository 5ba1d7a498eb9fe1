import { type Note, synthesise } from './synthesise';
import { toWav } from './wav';

/**
 * The clips, told apart without looking: success rises, partial says the same note twice, failure falls
 * low, unknown goes up and down as a question, news is one high bell.
 */
const CLIPS: Readonly<Record<string, readonly Note[]>> = {
  success: [
    { hertz: 1047, ms: 90 },
    { hertz: 1568, ms: 260 },
  ],
  partial: [
    { hertz: 1047, ms: 110 },
    { hertz: 0, ms: 60 },
    { hertz: 1047, ms: 200 },
  ],
  failure: [
    { hertz: 494, ms: 170 },
    { hertz: 330, ms: 300 },
  ],
  unknown: [
    { hertz: 659, ms: 120 },
    { hertz: 880, ms: 120 },
    { hertz: 659, ms: 240 },
  ],
  news: [{ hertz: 2093, ms: 280 }],
};

/** Every clip as a WAV file, by its name. The same bytes each time. */
export function makeClips(): ReadonlyMap<string, Buffer> {
  return new Map(Object.entries(CLIPS).map(([name, notes]) => [name, toWav(synthesise(notes))]));
}
