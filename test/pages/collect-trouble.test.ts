import { fakeAttempt } from '../support/fakes/attempt';
import type { FakePosServer } from '../support/fakes/pos-server';
import type { FakePhone } from '../support/fakes/services';
import { type RenderedPage, settle } from '../support/simulate';
import { collect, fill, openCollectPage } from '../support/simulate/collect-page';
import type { Attempt } from '../../miniprogram/core/attempt';
import { StorageFailedError } from '../../miniprogram/core/errors/storage-failed-error';

const CODE = '134567890123456789';

let phone: FakePhone;
let server: FakePosServer;

async function open(journal: readonly Attempt[] | null = []): Promise<RenderedPage> {
  const opened = await openCollectPage(journal);
  ({ phone, server } = opened);
  return opened.page;
}

test('until the journal has been read nothing is charged', async () => {
  const page = await open(null);
  expect(page.texts()).toContain('正在读取本机收款流水…');
  phone.scans.push(CODE);
  await fill(page, 'XS1', ['1']);
  await collect(page);
  expect(server.charges).toEqual([]);
  expect(phone.scans).toHaveLength(1);
});

test('a journal that cannot be read: its own words, and 重试', async () => {
  const page = await open(null);
  const { storage } = phone;
  const works = storage.keys.bind(storage);
  storage.keys = () => Promise.reject(new StorageFailedError('broken'));
  const problem = '手机存储不可用，不能开始收款。请清理手机空间后重试';
  await phone.services.attempts.load(0);
  await settle();
  expect(page.texts()).toContain(problem);
  await fill(page, 'XS1', ['1']);
  await collect(page);
  expect(page.texts().filter((text) => text === problem)).toHaveLength(2);
  expect(page.text()).not.toContain('正在读取本机收款流水');
  let fail: () => void = () => undefined;
  storage.keys = () =>
    new Promise((_resolve, reject) => {
      fail = () => {
        reject(new StorageFailedError('broken'));
      };
    });
  await page.tap(`${problem} 重试`);
  expect(page.texts()).toContain('正在读取本机收款流水…');
  fail();
  await settle();
  expect(page.texts()).toContain(problem);
  storage.keys = works;
  await page.tap(`${problem} 重试`);
  await settle();
  expect(page.text()).not.toContain(problem);
  expect(page.find(`${problem} 重试`)).toBeUndefined();
  phone.scans.push(CODE);
  await collect(page);
  expect(server.charges).toHaveLength(1);
});

describe('a program error', () => {
  const SAVED = '程序出错：收款流水已保存，请关闭小程序后重新打开';

  test('with everything written: the app may be closed', async () => {
    const page = await open();
    phone.services.trouble.report('error', new Error('unforeseen'));
    expect(page.texts()).toContain(SAVED);
  });

  test('with a result that is not written: the app must not be closed', async () => {
    const attempt = fakeAttempt('awaiting');
    const page = await open([attempt]);
    const { storage } = phone;
    const works = storage.write.bind(storage);
    storage.write = () => Promise.reject(new StorageFailedError('full'));
    const at = Date.UTC(2026, 10, 22, 6, 6, 0);
    const { attempts, trouble } = phone.services;
    attempts.apply(attempt.id, { type: 'evidence', proof: 'billState', billComplete: true, at });
    await settle();
    trouble.report('error', new Error('unforeseen'));
    expect(page.text()).toContain('1 笔收款的最新结果没有写入手机，请清理手机空间，暂勿关闭小程序');
    expect(page.text()).not.toContain('程序出错');
    storage.write = works;
    attempts.save();
    await settle();
    expect(page.texts()).toContain(SAVED);
  });

  test('with a journal that is not read: nothing is said to be saved', async () => {
    const page = await open(null);
    phone.services.trouble.report('error', new Error('unforeseen'));
    expect(page.text()).not.toContain('已保存');
    phone.storage.keys = () => Promise.reject(new StorageFailedError('broken'));
    await phone.services.attempts.load(0);
    await settle();
    expect(page.texts()).toContain('手机存储不可用，不能开始收款。请清理手机空间后重试');
    expect(page.text()).not.toContain('已保存');
  });

  test('with a record that cannot be read: both are told, and nothing is said to be saved', async () => {
    const page = await open(null);
    phone.stored.set('attempt:a1:1', 'torn');
    await phone.services.attempts.load(0);
    await settle();
    phone.services.trouble.report('error', new Error('unforeseen'));
    expect(page.texts()).toContain(
      '1 条收款流水读不出，请联系技术支持，勿删除小程序；程序出错，请关闭小程序后重新打开',
    );
  });
});
