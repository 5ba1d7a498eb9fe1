/** One note; 0 Hz is a pause. */
export interface Note {
  readonly hertz: number;
  readonly ms: number;
}

/** Samples a second: enough for the tones used here, and small. */
export const SAMPLE_RATE = 8000;

/** A soft start, so that the speaker does not click, ms. */
const ATTACK = 6;
/** Each note is faded out over its last part, ms. */
const RELEASE = 20;
const LOUDNESS = 0.85;
/** A little of the octave above makes a tone carry on a phone's small speaker. */
const OCTAVE = 0.25;

/** One note after the other, each struck like a bell. Samples between −1 and 1. */
export function synthesise(notes: readonly Note[]): readonly number[] {
  return notes.flatMap(({ hertz, ms }) => {
    const samples = Math.round((ms * SAMPLE_RATE) / 1000);
    return Array.from({ length: samples }, (_none, index) => {
      const at = (index * 1000) / SAMPLE_RATE;
      return LOUDNESS * envelope(at, ms) * tone((hertz * at) / 1000);
    });
  });
}

/** @param turns periods since the note began */
function tone(turns: number): number {
  const wave = (times: number): number => Math.sin(2 * Math.PI * turns * times);
  return (wave(1) + OCTAVE * wave(2)) / (1 + OCTAVE);
}

function envelope(at: number, ms: number): number {
  const rise = Math.min(1, at / ATTACK);
  const fall = Math.min(1, (ms - at) / RELEASE);
  return rise * fall * Math.exp((-2.2 * at) / ms);
}
