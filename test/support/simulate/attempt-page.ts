import type { Attempt } from '../../../miniprogram/core/attempt';
import { type CollectForm, EMPTY_FORM } from '../../../miniprogram/core/collect-form';
import { fakePosServer } from '../fakes/pos-server';
import { type FakePhone, fakePhone } from '../fakes/services';
import { renderPage, type RenderedPage, settle } from '.';

/** Opens the page of an attempt, signed in, with the simplest server answering. */
export async function openAttemptPage(
  name: string,
  attempt: Attempt,
  draft: CollectForm = EMPTY_FORM,
): Promise<{ readonly page: RenderedPage; readonly phone: FakePhone }> {
  const phone = await fakePhone([attempt]);
  phone.services.draft.set(draft);
  phone.answer = fakePosServer().answer;
  await phone.services.session.signIn('1001', '123456');
  phone.requests.length = 0;
  const query = { id: attempt.id };
  const page = await renderPage(`pages/${name}/${name}`, { services: phone.services, query });
  await settle();
  return { page, phone };
}
