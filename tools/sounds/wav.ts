import { SAMPLE_RATE } from './synthesise';

const HEADER_BYTES = 44;
const PCM = 1;
/** Samples of 8 bits have no sign: silence is in the middle. */
const SILENCE = 128;
const LOUDEST = 127;

/** Samples between −1 and 1 as a WAV file: PCM, 8 bits, one channel. */
export function toWav(samples: readonly number[]): Buffer {
  const bytes = samples.length;
  // Chunks of an odd length are filled up.
  const file = Buffer.alloc(HEADER_BYTES + bytes + (bytes % 2));
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(bytes, 40);
  samples.forEach((sample, index) => {
    file.writeUInt8(SILENCE + Math.round(sample * LOUDEST), HEADER_BYTES + index);
  });
  return file;
}
