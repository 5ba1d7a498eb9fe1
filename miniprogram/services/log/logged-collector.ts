import type { Collector } from '../collector';
import { toCashierError } from '../to-cashier-error';
import type { Log } from './log';
import { writeUnexpected } from './write-error';

/** A collector whose refusals are written down. */
export function loggedCollector(collector: Collector, log: Log): Collector {
  return {
    ...collector,
    collect: (bill, amount) => {
      const collecting = collector.collect(bill, amount);
      collecting.catch((error: unknown) => {
        log.write('warn', 'collect.refused', { bill, amount, cause: toCashierError(error).code });
        writeUnexpected(log, error);
      });
      return collecting;
    },
  };
}
