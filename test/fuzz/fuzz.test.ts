import fc from 'fast-check';
import { targets } from './targets';

/** `npm run fuzz` makes it 100,000 and more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? '300');

test.each(targets.map(({ name, property }) => [name, property] as const))(
  '%s: no crash, no hang, no wrong verdict',
  async (_name, property) => {
    await fc.assert(property, { numRuns: RUNS });
  },
);
