import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { startSimulator, type RunningSimulator } from '../../../simulator/server/start';

// For the type of `window.__simulator`.
import type {} from '../../../simulator/runtime/control';

/** The POS server's place is taken by a server that a test scripts. */
export interface Upstream {
  readonly url: string;
  readonly server: Server;
  /** Every request that arrived, body included. */
  readonly received: {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
    body: string;
  }[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

interface Fixtures {
  /** Opens a page of the fixture app; ends when it is drawn. */
  readonly open: (path?: string, query?: string) => Promise<void>;
  readonly log: () => Promise<string[]>;
}

interface WorkerFixtures {
  readonly upstream: Upstream;
  readonly simulator: RunningSimulator;
}

const APP = join(__dirname, '../../simulator/fixtures/app');

export const test = base.extend<Fixtures, WorkerFixtures>({
  upstream: [
    async ({ browserName: _ }, use) => {
      const upstream = await startUpstream();
      await use(upstream);
      upstream.server.closeAllConnections();
      upstream.server.close();
    },
    { scope: 'worker' },
  ],
  simulator: [
    async ({ upstream }, use) => {
      const options = { port: 0, root: APP, watch: false, posBaseUrl: upstream.url };
      const simulator = await startSimulator(options);
      await use(simulator);
      await simulator.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, simulator, upstream }, use) => {
    upstream.received.length = 0;
    upstream.answer = (_request, response) => void response.end('{}');
    await use(async (path = 'pages/home/index', query = '') => {
      const search = new URLSearchParams({ path, query });
      await page.goto(`${simulator.url}/cashier?${search.toString()}`);
      await page.locator('wx-page').first().waitFor();
    });
  },
  log: async ({ page }, use) => {
    await use(() => readLog(page));
  },
});

export { expect } from '@playwright/test';

/** What the fixture app has noted of its life cycle. */
async function readLog(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { entries } = window.__simulator.requires('lib/log') as { entries: string[] };
    return [...entries];
  });
}

async function startUpstream(): Promise<Upstream> {
  const received: Upstream['received'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      upstream.answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const upstream: Upstream = {
    url: `http://127.0.0.1:${String(port)}`,
    server,
    received,
    answer: () => undefined,
  };
  return upstream;
}
