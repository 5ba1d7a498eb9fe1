import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import { createSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
let code: string;
beforeAll(async () => {
  const file = await readFile(
    createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  );
  // A copy of the bytes alone: a Buffer may lie in a bigger block.
  const wasmBinary = Uint8Array.from(file).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  sandbox = createSandbox();
  code = sandbox.world.wallet.currentCode('c1').text;
});
afterAll(() => sandbox.close());

/** Decoded by another implementation than the one that drew it. */
async function decode(url: string): Promise<ReadResult[]> {
  const { rawPayload } = await sandbox.app.inject(url);
  return readBarcodes(Uint8Array.from(rawPayload), { maxNumberOfSymbols: 8 });
}

test.each([
  ['', ['Code128', 'QRCode']],
  ['?type=both', ['Code128', 'QRCode']],
  ['?type=code128', ['Code128']],
  ['?type=qr', ['QRCode']],
])('code.png%s is readable', async (query, formats) => {
  const results = await decode(`/sandbox/customers/c1/code.png${query}`);
  expect(results.map((result) => result.format as string).sort()).toEqual(formats);
  expect(results.every((result) => result.text === code)).toBe(true);
});

test.each([
  ['png?type=datamatrix', 400],
  ['svg?type=both', 400],
])('code.%s is refused', async (query, status) => {
  const answer = await sandbox.app.inject(`/sandbox/customers/c1/code.${query}`);
  expect(answer.statusCode).toBe(status);
});

test.each(['code128', 'qr'])('code.svg?type=%s is a picture of its own', async (type) => {
  const answer = await sandbox.app.inject(`/sandbox/customers/c1/code.svg?type=${type}`);
  expect(answer.headers['content-type']).toBe('image/svg+xml');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toMatch(/^<svg .*<\/svg>$/);
});
