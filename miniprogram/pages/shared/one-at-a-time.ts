const running = new WeakSet();

/**
 * Runs a task unless one of the same page is still running. `disabled` in the template is not
 * enough: taps and setData cross between two threads, so a second tap can be on its way already.
 */
export async function oneAtATime(page: object, task: () => Promise<void>): Promise<void> {
  if (running.has(page)) return;
  running.add(page);
  try {
    await task();
  } finally {
    running.delete(page);
  }
}
