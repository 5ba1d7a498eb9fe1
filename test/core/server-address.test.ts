import { parseServerAddress } from '../../miniprogram/core/server-address';

test.each([
  ['https://pos.example.com', { secure: true, host: 'pos.example.com', port: 443, basePath: '' }],
  ['http://127.0.0.1:8610', { secure: false, host: '127.0.0.1', port: 8610, basePath: '' }],
  ['http://localhost', { secure: false, host: 'localhost', port: 80, basePath: '' }],
  ['https://pos.example.com:8443/pos/v1', { port: 8443, basePath: '/pos/v1' }],
  ['http://[::1]:8610', { host: '[::1]', port: 8610 }],
])('%s', (text, parts) => {
  expect(parseServerAddress(text)).toMatchObject({ baseUrl: text, ...parts });
});

test.each([
  [' https://pos.example.com/ ', 'https://pos.example.com'],
  ['https://pos.example.com/pos//', 'https://pos.example.com/pos'],
  ['https://POS.Example.com/Pos', 'https://pos.example.com/Pos'],
  ['https://pos.example.com:443', 'https://pos.example.com'],
  ['http://192.168.1.9:80/pos', 'http://192.168.1.9/pos'],
  ['https://pos.example.com:80', 'https://pos.example.com:80'],
  ['https://pos.example.com:08443', 'https://pos.example.com:8443'],
  ['https://pos.example.com/收银', 'https://pos.example.com/%E6%94%B6%E9%93%B6'],
  ['https://pos.example.com/%E6%94%B6', 'https://pos.example.com/%E6%94%B6'],
  ['https://pos.example.com/~a-b_c.d', 'https://pos.example.com/~a-b_c.d'],
])('%j is taken as %s', (text, baseUrl) => {
  expect(parseServerAddress(text)?.baseUrl).toBe(baseUrl);
});

test.each([
  '',
  'pos.example.com',
  'ftp://pos.example.com',
  'HTTPS://pos.example.com',
  '//pos.example.com',
  'https://',
  'https:///pos',
  'https://user:pw@pos.example.com',
  'https://pos.example.com?x=1',
  'https://pos.example.com/#a',
  'https://pos.example.com:',
  'https://pos.example.com:abc',
  'https://pos.example.com:123456',
  'https://pos.example.com:65536',
  'https://pos.example.com:0',
  'https://pos example.com',
  'https://收银.example.com',
  'https://pos.example.com/a b',
  'https://pos.example.com/\ud800',
  'https://pos.example.com/a/../b',
  'https://pos.example.com/..',
  'https://pos.example.com/./b',
])('%j is not a base URL', (text) => {
  expect(parseServerAddress(text)).toBeNull();
});
