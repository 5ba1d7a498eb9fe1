import { ExportFailedError } from '../../miniprogram/core/errors/export-failed-error';
import { createExportFile, type ExportFile } from '../../miniprogram/services/export-file';
import { handedOver, type HandedOver } from '../support/fakes/hand-over';

const CSV = { name: '收款记录', extension: 'csv', text: 'a,b\r\n', summary: '2 笔' };

let phone: HandedOver;
let exportFile: ExportFile;

beforeEach(() => {
  phone = handedOver();
  exportFile = createExportFile(phone.files, phone.clipboard);
});

test('a file is written when offered, and sent by a tap of its own', async () => {
  const steps: unknown[] = [];
  exportFile.subscribe(() => steps.push(exportFile.offered()?.file));
  await exportFile.offer(CSV);
  expect(steps).toEqual(['writing', 'written']);
  expect(Array.from(phone.written.values())).toEqual([CSV.text]);
  expect(phone.sent.size).toBe(0);
  await exportFile.send();
  expect(phone.sent.get('收款记录.csv')).toBe(CSV.text);
  expect(exportFile.offered()).toMatchObject({ done: 'sent', problem: null });
});

test('the list of chats is asked for before `send` returns: WeChat wants it in the tap', async () => {
  await exportFile.offer(CSV);
  const share = jest.spyOn(phone.files, 'share');
  void exportFile.send();
  expect(share).toHaveBeenCalledTimes(1);
  // The second of two taps.
  void exportFile.send();
  expect(share).toHaveBeenCalledTimes(1);
});

test('the text is copied instead', async () => {
  await exportFile.offer(CSV);
  await exportFile.copy();
  expect(phone.copied).toEqual([CSV.text]);
  expect(exportFile.offered()).toMatchObject({ done: 'copied', problem: null });
});

test('a cancelled sending is no error, and the file can be sent again', async () => {
  await exportFile.offer(CSV);
  phone.fails = { share: 'cancel' };
  await exportFile.send();
  expect(exportFile.offered()).toMatchObject({ done: 'nothing', problem: null });
  phone.fails = {};
  await exportFile.send();
  expect(exportFile.offered()?.done).toBe('sent');
});

test('a full phone: nothing to send, the text can still be copied', async () => {
  phone.fails = { write: new ExportFailedError('full') };
  await exportFile.offer(CSV);
  expect(exportFile.offered()).toMatchObject({ file: 'failed', problem: { reason: 'full' } });
  await exportFile.send();
  expect(phone.sent.size).toBe(0);
  await exportFile.copy();
  expect(phone.copied).toEqual([CSV.text]);
  expect(exportFile.offered()).toMatchObject({ done: 'copied', problem: null });
});

test.each(['share', 'copy'] as const)('a %s that fails is told', async (step) => {
  await exportFile.offer(CSV);
  phone.fails = { [step]: new ExportFailedError('privacyRefused') };
  await (step === 'share' ? exportFile.send() : exportFile.copy());
  expect(exportFile.offered()).toMatchObject({
    done: 'nothing',
    problem: { reason: 'privacyRefused' },
  });
});

test('closed: nothing is left to send or to copy', async () => {
  await exportFile.offer(CSV);
  exportFile.close();
  expect(exportFile.offered()).toBeNull();
  await exportFile.send();
  await exportFile.copy();
  expect(phone.sent.size + phone.copied.length).toBe(0);
});

test('a file whose writing ends after another was offered says nothing about that one', async () => {
  const ends: (() => void)[] = [];
  jest
    .spyOn(phone.files, 'write')
    .mockImplementation(() => new Promise((resolve) => ends.push(() => resolve('path'))));
  void exportFile.offer(CSV);
  void exportFile.offer({ ...CSV, name: '日志' });
  ends[0]?.();
  await Promise.resolve();
  expect(exportFile.offered()).toMatchObject({ name: '日志.csv', file: 'writing' });
});
