import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { browserScript } from './browser-script';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' } as const;

/** A page is a folder: index.html, its style sheets, and main.ts which becomes main.js. */
const PAGES = [
  { url: '/', folder: 'both', styles: ['style'] },
  { url: '/customer', folder: 'customer', styles: ['list', 'style', 'sheet'] },
  { url: '/panel', folder: 'panel', styles: ['style', 'parts'] },
];

/** Serves the pages; read anew each time, so that a change is one reload away. */
export function registerPages(app: FastifyInstance): void {
  for (const { url, folder, styles } of PAGES) {
    const path = join(__dirname, folder);
    const below = url === '/' ? '/both' : url;
    serve(app, url, 'html', () => readFile(join(path, 'index.html'), 'utf8'));
    for (const name of styles) {
      serve(app, `${below}/${name}.css`, 'css', () => readFile(join(path, `${name}.css`), 'utf8'));
    }
    if (folder !== 'both') {
      serve(app, `${below}/main.js`, 'js', () => browserScript(join(path, 'main.ts')));
    }
  }
}

function serve(
  app: FastifyInstance,
  url: string,
  type: keyof typeof TYPES,
  read: () => Promise<string>,
): void {
  app.get(url, {
    schema: { hide: true },
    handler: async (_request, reply) =>
      reply
        .type(`${TYPES[type]}; charset=utf-8`)
        .header('cache-control', 'no-store')
        .send(await read()),
  });
}
