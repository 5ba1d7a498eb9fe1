import Fastify from 'fastify';
import { createSandbox, type Sandbox } from '../../sandbox';
import { LOGIN, MAIN_ROW, RECEIPT, ROWS, Shop, WECHAT_QUERY } from './support/shop';

/** The parts of an OpenAPI document that are looked at. */
interface Operation {
  tags?: string[];
  operationId?: string;
  description?: string;
  summary?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, { properties?: Record<string, { description?: string }> }>;
  };
}

let sandbox: Sandbox;
let document: OpenApi;
beforeAll(async () => {
  sandbox = createSandbox();
  document = (await sandbox.app.inject('/openapi.json')).json();
});
afterAll(() => sandbox.close());

function operations(tag: string): [path: string, method: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags?.includes(tag))
      .map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );
}

/** Every `$ref` anywhere in the document. */
function references(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === '$ref' && typeof item === 'string' ? [item] : references(item),
  );
}

test('names every POS call', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(operations('POS').map(([path, method]) => `${method} ${path}`)).toEqual([
    `post ${LOGIN}`,
    'post /api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode',
    `get ${MAIN_ROW}{billnum}`,
    `get ${ROWS}{billnum}`,
    `get ${RECEIPT}{billnum}`,
    `post ${WECHAT_QUERY}`,
  ]);
});

test('every POS call says what it is, what it takes and how it can end', () => {
  for (const [path, method, operation] of operations('POS')) {
    expect(operation.operationId).toMatch(/^[a-z]+[A-Za-z]*$/);
    expect(operation.description).toBeTruthy();
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '401', '500']));
    if (path.includes('{billnum}')) {
      expect(operation.parameters).toMatchObject([{ name: 'billnum', in: 'path' }]);
    } else if (path !== LOGIN) {
      expect(method).toBe('post');
      expect(operation.requestBody).toBeDefined();
    }
  }
});

test('schemas are shared: every reference leads somewhere, and no component is idle', () => {
  const used = new Set(references(document));
  const named = Object.keys(document.components.schemas);
  for (const reference of used) {
    expect(named).toContain(reference.replace('#/components/schemas/', ''));
  }
  expect(named.filter((name) => !used.has(`#/components/schemas/${name}`))).toEqual([]);
});

test('every field of the contract is marked as documented or inferred', () => {
  const components = Object.entries(document.components.schemas);
  const posNames = new Set(
    references(operations('POS')).map((reference) => reference.split('/').at(-1)),
  );
  posNames.add('ReceiptRow');
  for (const [name, { properties = {} }] of components) {
    if (!posNames.has(name)) continue;
    for (const [field, { description = '' }] of Object.entries(properties)) {
      expect(`${name}.${field}: ${description}`).toMatch(/\[[DI]( there)?\]|no table is shared/);
    }
  }
});

test('the control API stands apart, under its own tag', () => {
  const paths = operations('sandbox').map(([path]) => path);
  expect(paths.every((path) => path.startsWith('/sandbox/'))).toBe(true);
  expect(paths).toEqual(
    expect.arrayContaining(['/sandbox/state', '/sandbox/faults', '/sandbox/customers/{id}/code']),
  );
});

test('real answers are what the document promises', async () => {
  const shop = await Shop.open({ undecidedTag: 'empty' });
  const judge = Fastify({ ajv: { customOptions: { coerceTypes: false, allErrors: true } } });
  for (const [$id, schema] of Object.entries(document.components.schemas)) {
    judge.addSchema({ ...local(schema), $id });
  }
  const answered: Record<string, unknown> = {};
  const remember = async (path: string, call: ReturnType<Shop['call']>): Promise<void> => {
    answered[path] = JSON.parse((await call).text);
  };
  const bill = 'XS20261122001';
  await remember(LOGIN, shop.call(LOGIN, { method: 'POST' }));
  await remember(`${MAIN_ROW}{billnum}`, shop.call(MAIN_ROW + bill));
  await remember(`${ROWS}{billnum}`, shop.call(ROWS + bill));
  await remember(`${RECEIPT}{billnum}`, shop.call(RECEIPT + bill));
  const barcode = '/api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode';
  await remember(barcode, shop.collect(bill, 28, shop.code('c3')));
  const body = JSON.stringify({ autoid: '70001', billnum: bill, billtype: '2', paytype: '91' });
  await remember(WECHAT_QUERY, shop.call(WECHAT_QUERY, { method: 'POST', body }));
  await shop.close();

  operations('POS').forEach(([, , operation], index) => {
    const schema = operation.responses['200']?.content?.['application/json']?.schema ?? {};
    judge.post(`/${index}`, { schema: { body: local(schema) }, handler: () => 'as promised' });
  });
  for (const [index, [path]] of operations('POS').entries()) {
    const payload = answered[path] as object;
    const verdict = await judge.inject({ method: 'POST', url: `/${index}`, payload });
    expect(`${path}: ${verdict.body}`).toBe(`${path}: as promised`);
    const wrong = { ...payload, errcode: 'zero' };
    const refused = await judge.inject({ method: 'POST', url: `/${index}`, payload: wrong });
    expect(refused.statusCode).toBe(400);
  }
  await judge.close();
});

/** The document's references, as Fastify resolves them. */
function local(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema).replace(/#\/components\/schemas\/(\w+)/g, '$1#'),
  ) as object;
}
