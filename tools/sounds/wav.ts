import { SAMPLE_RATE } from './synthesise';

const HEADER_BYTES = 44;
const BYTES_A_SAMPLE = 2;
const PCM = 1;
const LOUDEST = 32767;

/** Samples between −1 and 1 as a WAV file: PCM, 16 bits, one channel. */
export function toWav(samples: readonly number[]): Buffer {
  const bytes = samples.length * BYTES_A_SAMPLE;
  const file = Buffer.alloc(HEADER_BYTES + bytes);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(PCM, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * BYTES_A_SAMPLE, 28);
  file.writeUInt16LE(BYTES_A_SAMPLE, 32);
  file.writeUInt16LE(8 * BYTES_A_SAMPLE, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(bytes, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(sample * LOUDEST), HEADER_BYTES + index * BYTES_A_SAMPLE);
  });
  return file;
}
