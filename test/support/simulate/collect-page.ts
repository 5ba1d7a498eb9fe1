import type { Attempt } from '../../../miniprogram/core/attempt';
import { type FakePosServer, fakePosServer } from '../fakes/pos-server';
import { type FakePhone, fakePhone } from '../fakes/services';
import { renderPage, type RenderedPage, settle } from '.';

/** WeChat's own dialogue: what it asked, and what staff answer. */
export interface Dialogue {
  readonly questions: string[];
  goesOn: boolean;
}

/** The home page as the tests of it find it. */
export interface CollectPage {
  readonly page: RenderedPage;
  readonly phone: FakePhone;
  readonly server: FakePosServer;
  readonly dialogue: Dialogue;
}

/**
 * Opens the home page, signed in, with the simplest server answering; its calls count from here.
 *
 * @param journal null: not read yet
 */
export async function openCollectPage(
  journal: readonly Attempt[] | null = [],
): Promise<CollectPage> {
  const phone = await fakePhone(journal);
  const server = fakePosServer();
  phone.answer = server.answer;
  await phone.services.session.signIn('1001', '123456');
  phone.requests.length = 0;
  const dialogue: Dialogue = { questions: [], goesOn: true };
  const showModal = ({ content }: { content: string }): Promise<{ confirm: boolean }> => {
    dialogue.questions.push(content);
    return Promise.resolve({ confirm: dialogue.goesOn });
  };
  const wx = { showModal };
  const page = await renderPage('pages/collect/collect', { services: phone.services, wx });
  await settle();
  return { page, phone, server, dialogue };
}

/** Types a bill's number and leaves the field. */
export async function typeBill(page: RenderedPage, bill: string): Promise<void> {
  await page.input('售货单号', bill);
  await page.get('售货单号').trigger('blur', { value: bill });
  await settle();
  await settle();
}

export async function press(page: RenderedPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.tap(key);
}

/** Types a bill's number, then the amount's keys. */
export async function fill(
  page: RenderedPage,
  bill: string,
  keys: readonly string[],
): Promise<void> {
  await page.input('售货单号', bill);
  await press(page, ...keys);
}

/** Taps 扫码收款: the bill is read, then read anew for the charge. */
export async function collect(page: RenderedPage): Promise<void> {
  await page.tap('扫码收款');
  for (let turn = 0; turn < 4; turn += 1) await settle();
}

/** The amount as it stands on the page. */
export function amountOn(page: RenderedPage): unknown {
  return (page.instance['data'] as Record<string, unknown>)['amountText'];
}
