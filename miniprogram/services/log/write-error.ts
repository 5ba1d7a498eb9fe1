import { UnexpectedError } from '../../core/errors/unexpected-error';
import { redactMessage } from '../../core/redact';
import { readThrown, stackFrames } from '../../core/thrown';
import { toCashierError } from '../to-cashier-error';
import type { Log } from './log';

/** A mistake of ours that was caught and put into words: where it came from is still worth knowing. */
export function writeUnexpected(log: Log, error: unknown): void {
  const problem = toCashierError(error);
  if (problem instanceof UnexpectedError) writeError(log, 'error', problem.thrown);
}

/** Writes down an error that nobody expected: its message masked, of its stack files and lines only. */
export function writeError(log: Log, kind: 'error' | 'rejection', thrown: unknown): void {
  const { message, stack } = readThrown(thrown);
  log.write('error', 'app.error', {
    kind,
    message: redactMessage(message),
    frames: stackFrames(stack),
  });
}
