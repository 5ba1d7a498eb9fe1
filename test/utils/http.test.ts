import type { HttpOutcome } from '../../miniprogram/core/http-outcome';
import { createHttp, type HttpRequest } from '../../miniprogram/utils/http';
import { argumentsOf, type Callbacks, installWx } from '../support/world/fake-wx';

const POST: HttpRequest = {
  method: 'POST',
  url: 'https://pos.example.com/api/Pos/Barcode',
  headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
  body: '{"paymentvalue":28.00}',
  timeout: 45_000,
};
const GET: HttpRequest = { ...POST, method: 'GET', body: null };

const request = jest.fn<unknown, [Callbacks]>();

beforeEach(() => {
  request.mockReset();
  installWx({ request });
});

function sendAnswered(answer: unknown): Promise<HttpOutcome> {
  request.mockImplementation(({ success }) => success?.(answer));
  return createHttp().send(POST);
}

function sendFailed(error: unknown): Promise<HttpOutcome> {
  request.mockImplementation(({ fail }) => fail?.(error));
  return createHttp().send(POST);
}

test('sends the text as it is, once, and follows no redirect', async () => {
  await sendAnswered({ statusCode: 200, header: {}, data: '' });
  expect(request).toHaveBeenCalledTimes(1);
  expect(argumentsOf(request)[0]).toMatchObject({
    url: POST.url,
    method: 'POST',
    header: POST.headers,
    data: '{"paymentvalue":28.00}',
    timeout: 45_000,
    redirect: 'manual',
    responseType: 'text',
  });
  // WeChat parses JSON itself under this type, and hides what is not JSON.
  expect(argumentsOf(request)[0]?.['dataType']).not.toBe('json');
});

test('a GET has no data', async () => {
  request.mockImplementation(({ success }) => success?.({ statusCode: 200, header: {}, data: '' }));
  await createHttp().send(GET);
  expect(argumentsOf(request)[0]).not.toHaveProperty('data');
});

test.each([200, 204, 302, 400, 401, 500, 503])('status %i is an answer', async (statusCode) => {
  expect(await sendAnswered({ statusCode, header: {}, data: 'x' })).toEqual({
    kind: 'answer',
    status: statusCode,
    headers: {},
    body: 'x',
  });
});

test.each([
  [{ 'WWW-Authenticate': 'Hawk' }, { 'www-authenticate': 'Hawk' }],
  [
    { 'Www-authenticate': 'Hawk', DATE: 'x' },
    { 'www-authenticate': 'Hawk', date: 'x' },
  ],
  [{ 'content-length': 12 }, { 'content-length': '12' }],
  [{}, {}],
  [undefined, {}],
  [null, {}],
])('headers %j are read as %j', async (header, headers) => {
  expect(await sendAnswered({ statusCode: 200, header, data: '' })).toMatchObject({ headers });
});

test.each([
  ['{"errcode":0}', '{"errcode":0}'],
  ['', ''],
  [{ errcode: 0 }, '{"errcode":0}'], // parsed by WeChat after all
  [[1], '[1]'],
  [undefined, ''],
  [null, 'null'],
])('data %j is the body %j', async (data, body) => {
  expect(await sendAnswered({ statusCode: 200, header: {}, data })).toMatchObject({ body });
});

test.each([
  [{ errno: 600002, errMsg: 'request:fail url not in domain list' }, 'notSent', 'domainNotAllowed'],
  [{ errno: 600003, errMsg: 'request:fail interrupted' }, 'noAnswer', 'interrupted'],
  [{ errno: 600000, errMsg: 'request:fail' }, 'noAnswer', 'timeoutOrNetwork'],
  [{ errno: 600001, errMsg: 'request:fail timeout' }, 'noAnswer', 'timeoutOrNetwork'],
  [{ errno: 600004, errMsg: '' }, 'noAnswer', 'timeoutOrNetwork'],
  [{ errno: 5, errMsg: 'request:fail timeout' }, 'noAnswer', 'timeoutOrNetwork'],
  // Never by its text: it is localised, and claims what it likes.
  [{ errMsg: 'request:fail url not in domain list' }, 'noAnswer', 'timeoutOrNetwork'],
  [{ errMsg: 'request:fail interrupted' }, 'noAnswer', 'timeoutOrNetwork'],
  [{ errno: '600002', errMsg: '' }, 'noAnswer', 'timeoutOrNetwork'],
  [{}, 'noAnswer', 'timeoutOrNetwork'],
  [undefined, 'noAnswer', 'timeoutOrNetwork'],
])('fail with %j: %s, %s', async (error, kind, reason) => {
  expect(await sendFailed(error)).toEqual({ kind, reason });
  expect(request).toHaveBeenCalledTimes(1);
});

test('a request that throws on the spot may have left all the same', async () => {
  request.mockImplementation(() => {
    throw new TypeError('bad parameter');
  });
  expect(await createHttp().send(POST)).toEqual({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
  expect(request).toHaveBeenCalledTimes(1);
});

test('the first end counts: a fail after the answer takes nothing back', async () => {
  request.mockImplementation(({ success, fail }) => {
    success?.({ statusCode: 200, header: {}, data: 'first' });
    fail?.({ errno: 600003 });
    success?.({ statusCode: 500, header: {}, data: 'second' });
  });
  expect(await createHttp().send(POST)).toMatchObject({ status: 200, body: 'first' });
});
