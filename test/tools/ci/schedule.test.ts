import { type Job, runAll } from '../../../tools/jobs/schedule.mjs';

/** Jobs that end when the test says so. */
class Desk {
  readonly log: string[] = [];
  private readonly open = new Map<string, () => void>();

  run(jobs: Partial<Job>[], cores = 2): Promise<void> {
    const whole = jobs.map((job) => ({ name: '', command: [], ...job }));
    return runAll(whole, cores, ({ name }) => {
      this.log.push(name);
      return new Promise((resolve) => this.open.set(name, resolve));
    });
  }

  async end(name: string): Promise<void> {
    this.open.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the schedule', () => {
  test('two at a time, in the order of the list', async () => {
    const desk = new Desk();
    const all = desk.run([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect(desk.log).toEqual(['a', 'b']);
    await desk.end('b');
    expect(desk.log).toEqual(['a', 'b', 'c']);
    await desk.end('a');
    await desk.end('c');
    await all;
  });

  test('what takes both cores waits for both; a later one that fits does not wait', async () => {
    const desk = new Desk();
    const all = desk.run([{ name: 'a' }, { name: 'wide', cores: 2 }, { name: 'b' }, { name: 'c' }]);
    expect(desk.log).toEqual(['a', 'b']);
    await desk.end('a');
    await desk.end('b');
    await desk.end('c');
    expect(desk.log).toEqual(['a', 'b', 'c', 'wide']);
    await desk.end('wide');
    await all;
  });

  test('what waits for the network runs beside anything; who needs it waits for it', async () => {
    const desk = new Desk();
    const all = desk.run([
      { name: 'download', cores: 0 },
      { name: 'wide', cores: 2 },
      { name: 'needs it', after: ['download'] },
    ]);
    expect(desk.log).toEqual(['download', 'wide']);
    await desk.end('wide');
    expect(desk.log).toHaveLength(2);
    await desk.end('download');
    expect(desk.log).toEqual(['download', 'wide', 'needs it']);
    await desk.end('needs it');
    await all;
  });

  test('on a machine with one core everything runs, one by one', async () => {
    const desk = new Desk();
    const all = desk.run([{ name: 'wide', cores: 2 }, { name: 'a' }], 1);
    expect(desk.log).toEqual(['wide']);
    await desk.end('wide');
    await desk.end('a');
    await all;
    expect(desk.log).toEqual(['wide', 'a']);
  });

  test('a wait for what is not above is refused at once', async () => {
    const jobs = [{ name: 'a', after: ['b'] }, { name: 'b' }];
    await expect(new Desk().run(jobs)).rejects.toThrow('a waits for b');
  });
});
