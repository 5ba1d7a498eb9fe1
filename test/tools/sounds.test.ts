import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeClips } from '../../tools/sounds/clips';

const folder = path.join(__dirname, '../../miniprogram/assets/sounds');
const clips = makeClips();

test('the clips in the package are those that the generator makes, byte for byte', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Array.from(clips.keys(), (name) => `${name}.wav`).sort(),
  );
  for (const [name, made] of clips) {
    expect(made.equals(readFileSync(path.join(folder, `${name}.wav`)))).toBe(true);
  }
});

test('together at most 14 KB; short, and loud enough without clipping', () => {
  const files = Array.from(clips.values());
  expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(14 * 1024);
  for (const file of files) {
    expect(file.toString('ascii', 0, 4) + file.toString('ascii', 8, 12)).toBe('RIFFWAVE');
    const rate = file.readUInt32LE(24);
    const samples = file.readUInt32LE(40);
    expect(file.readUInt16LE(34)).toBe(8);
    expect(samples / rate).toBeLessThanOrEqual(0.35);
    const peak = Math.max(
      ...Array.from({ length: samples }, (_none, at) => Math.abs(file.readUInt8(44 + at) - 128)),
    );
    expect(peak).toBeGreaterThan(80);
    expect(peak).toBeLessThan(125);
  }
});

test('no two are alike', () => {
  const made = Array.from(clips.values(), (file) => file.toString('base64'));
  expect(new Set(made).size).toBe(made.length);
});
