import type { Attempt } from '../../miniprogram/core/attempt';
import type { AttemptEvent } from '../../miniprogram/core/transitions';
import { fakeAttempt } from '../support/fakes/attempt';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

const AT = Date.UTC(2026, 10, 22, 6, 6, 30);

let phone: FakePhone;

async function open(attempt: Attempt): Promise<RenderedPage> {
  phone = await fakePhone([attempt]);
  const query = { id: attempt.id };
  const page = await renderPage('pages/pending/pending', { services: phone.services, query });
  await settle();
  return page;
}

async function happens(id: string, event: AttemptEvent): Promise<void> {
  phone.services.attempts.apply(id, event);
  await settle();
}

const evidence = (billComplete: boolean): AttemptEvent => ({
  type: 'evidence',
  proof: 'receiptGrowth',
  billComplete,
  at: AT,
});

test.each<[string, AttemptEvent, readonly string[]]>([
  ['success', evidence(true), ['short']],
  ['partial', evidence(false), ['short']],
  ['failure', { type: 'staffNotPaid', by: '1001', note: '', at: AT }, ['long']],
])('the result on its own page: %s', async (sound, event, firstFelt) => {
  await open(fakeAttempt('unresolved'));
  expect(phone.sounds).toEqual([]);
  await happens('fake-unresolved', event);
  expect(phone.sounds).toEqual([sound]);
  expect(phone.vibrations).toEqual(firstFelt);
});

test('the end of the wait without a result: a sound of its own, once', async () => {
  const page = await open(fakeAttempt('awaiting'));
  await happens('fake-awaiting', { type: 'watchEnded', at: AT });
  expect(page.texts()).toContain('结果未知');
  expect(phone.sounds).toEqual(['unknown']);
  await page.hide();
  await page.show();
  expect(phone.sounds).toEqual(['unknown']);
});

test('an old attempt without a result is opened: silence', async () => {
  await open(fakeAttempt('unresolved'));
  expect(phone.sounds).toEqual([]);
});

test('of another attempt only the news are heard', async () => {
  await open(fakeAttempt('awaiting'));
  await phone.services.attempts.add(fakeAttempt('unresolved', { id: 'other' }));
  await happens('other', evidence(true));
  expect(phone.sounds).toEqual(['news']);
  expect(phone.moves).toEqual([]);
});

test('nor does the end of another wait sound like that of the attempt on the page', async () => {
  await open(fakeAttempt('awaiting'));
  await phone.services.attempts.add(fakeAttempt('awaiting', { id: 'other' }));
  await happens('other', { type: 'watchEnded', at: AT });
  expect(phone.sounds).toEqual(['news']);
  expect(phone.vibrations).toEqual(['tick']);
});

test('switched off: silence', async () => {
  await open(fakeAttempt('unresolved'));
  await phone.services.preferences.set('sound', false);
  await phone.services.preferences.set('vibration', false);
  await happens('fake-unresolved', evidence(true));
  expect([phone.sounds, phone.vibrations]).toEqual([[], []]);
  expect(phone.moves).toHaveLength(1);
});

test('the screen stays on while the page is shown and the watch runs', async () => {
  const page = await open(fakeAttempt('awaiting'));
  expect(phone.screen[phone.screen.length - 1]).toBe(true);
  await page.hide();
  expect(phone.screen[phone.screen.length - 1]).toBe(false);
  await page.show();
  expect(phone.screen[phone.screen.length - 1]).toBe(true);
  await happens('fake-awaiting', { type: 'watchEnded', at: AT });
  expect(phone.screen[phone.screen.length - 1]).toBe(false);
});

test('closed in the middle: the screen may go dark again', async () => {
  const page = await open(fakeAttempt('awaiting'));
  await page.unload();
  expect(phone.screen[phone.screen.length - 1]).toBe(false);
});

test('a key that does something is felt, one that does nothing is not', async () => {
  phone = await fakePhone([]);
  const page = await renderPage('pages/collect/collect', { services: phone.services });
  await page.tap('8');
  await page.tap('小数点');
  expect(phone.vibrations).toEqual(['tick', 'tick']);
  await page.tap('小数点');
  expect(phone.vibrations).toHaveLength(2);
});
