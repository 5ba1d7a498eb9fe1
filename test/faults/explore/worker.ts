import { parentPort, workerData } from 'node:worker_threads';
import { explore } from './explore';
import type { Due } from './server-side';

/** How much of which exploration. */
export interface Share {
  readonly due: Due;
  readonly deepest: number;
}

async function work({ due, deepest }: Share): Promise<void> {
  parentPort?.postMessage(await explore(due, deepest));
}

void work(workerData as Share);
