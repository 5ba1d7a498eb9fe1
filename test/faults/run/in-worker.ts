import { Worker } from 'node:worker_threads';

/**
 * Runs a compiled script on a thread of its own.
 *
 * @param script posts its result once; texts posted before it are lines to be told
 */
export function inWorker<Result extends object>(
  script: string,
  workerData: unknown,
  tell: (line: string) => void = () => undefined,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData,
      // Little of a seed outlives it: room for the young saves the collector most of its work.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    worker.on('message', (message: string | Result) => {
      if (typeof message === 'string') tell(message);
      else resolve(message);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
}
