import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from './simulate';

/** One seed to run, told line by line or not at all. */
export interface Replay {
  readonly seed: number;
  readonly traced: boolean;
}

async function replay({ seed, traced }: Replay): Promise<void> {
  Error.stackTraceLimit = 0;
  const tell = (line: string): void => parentPort?.postMessage(line);
  parentPort?.postMessage(await simulate(seed, traced ? tell : null));
}

void replay(workerData as Replay);
