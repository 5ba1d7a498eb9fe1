import { ExportFailedError } from '../../miniprogram/core/errors/export-failed-error';
import { installServices } from '../../miniprogram/services/services';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderComponent, type RenderedComponent, settle } from '../support/simulate';

const CSV = { name: '收款记录', extension: 'csv', text: 'a,b\r\n', summary: '共 2 笔' };

let phone: FakePhone;
let sheet: RenderedComponent;

beforeEach(async () => {
  phone = await fakePhone();
  installServices(phone.services);
  sheet = await renderComponent('components/export-sheet/export-sheet');
});

async function offer(): Promise<void> {
  await phone.services.exportFile.offer(CSV);
  await sheet.waitFor('关闭');
}

test('nothing on offer, nothing shown', () => {
  expect(sheet.text()).toBe('');
});

test('a file on offer is sent by its own button', async () => {
  await offer();
  expect(sheet.texts()).toEqual([
    '导出文件',
    '收款记录.csv',
    '共 2 笔',
    '发送文件',
    '复制内容',
    '关闭',
  ]);
  await sheet.tap('发送文件');
  expect(phone.handOver.sent.get('收款记录.csv')).toBe(CSV.text);
  expect(sheet.texts()).toContain('文件已发送');
});

test('its text is copied', async () => {
  await offer();
  await sheet.tap('复制内容');
  expect(phone.handOver.copied).toEqual([CSV.text]);
  expect(sheet.texts()).toContain('内容已复制');
});

test('a phone without room offers the text only', async () => {
  phone.handOver.fails = { write: new ExportFailedError('full') };
  await offer();
  expect(sheet.texts()).toEqual([
    '导出文件',
    '收款记录.csv',
    '共 2 笔',
    '手机空间不足，文件没有写成。请清理空间后重试，或复制内容',
    '复制内容',
    '关闭',
  ]);
});

test('what WeChat refuses is said in words', async () => {
  await offer();
  phone.handOver.fails = { copy: new ExportFailedError('privacyUndeclared') };
  await sheet.tap('复制内容');
  expect(sheet.texts()).toContain('小程序的隐私指引没有写明此用途，请联系管理员');
});

test('a page that goes away takes its offer with it', async () => {
  await offer();
  sheet.detach();
  await settle();
  expect(phone.services.exportFile.offered()).toBeNull();
});
