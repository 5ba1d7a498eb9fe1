import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeClips } from './sounds/clips';

/** `npm run sounds`: makes the clips that the app plays. */
const FOLDER = path.resolve('miniprogram/assets/sounds');

mkdirSync(FOLDER, { recursive: true });
for (const [name, file] of makeClips()) writeFileSync(path.join(FOLDER, `${name}.wav`), file);
