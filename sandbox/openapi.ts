import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

const DESCRIPTION = `The POS server's HTTP contract as far as it is public.
[D] documented by the vendor; [I] inferred, to be confirmed with the vendor.
Misspelled names are part of the contract. Paths are matched without regard to case.
The tag "sandbox" is the tester's own API and exists in no real POS server.`;

/** Collects the routes registered afterwards, and answers `GET /openapi.json`. */
export function registerOpenApi(app: FastifyInstance): void {
  void app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '收银沙箱 POS API', version: '1.0.0', description: DESCRIPTION },
      tags: [
        { name: 'POS', description: '收银服务器的公开接口' },
        { name: 'sandbox', description: '测试用的控制接口' },
      ],
      components: {
        securitySchemes: {
          hawk: {
            type: 'http',
            scheme: 'hawk',
            description:
              'id = login, key = UPPER(MD5(password)) as text, sha256, payload hash on POST bodies [I].',
          },
          token: {
            type: 'apiKey',
            in: 'header',
            name: 'token',
            description: 'tag.token of Login; the header is a setting [I].',
          },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, index) =>
        typeof json['$id'] === 'string' ? json['$id'] : `def-${index}`,
    },
  });
  app.get('/openapi.json', { schema: { hide: true }, handler: () => app.swagger() });
}
