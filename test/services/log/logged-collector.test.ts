import { BILL } from '../../support/world/attempts';
import { CODE, World } from '../../support/world/world';

test('what stopped a collection, and a storage that failed', async () => {
  const world = await World.open();
  world.storage.broken.add('write');
  world.scanner.put(CODE);
  await expect(world.collect()).rejects.toThrow();
  expect(world.logLines()).toContainEqual(
    'error storage.failed call=write item=attempt message="storage: write fails"',
  );
  expect(world.logLines()).toContainEqual(
    `warn collect.refused bill=${BILL} amount=2800 cause=storageFailed`,
  );
  expect(world.storage.slots).toBe(0);
});
