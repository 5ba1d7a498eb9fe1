import type { SessionService } from '../../../miniprogram/services/session';
import type { FakePhone } from '../fakes/services';
import { answered, type FakeHttp } from './fake-http';

const REFUSAL = answered(401, '');

/** The server refuses a read in the name of whoever is signed in; ends when that has been told. */
export async function refuseSession(session: SessionService, http: FakeHttp): Promise<void> {
  http.next('other', REFUSAL);
  await readInVain(session);
}

/** The same on a phone that is made of plain values. */
export async function refuseSessionOf(phone: FakePhone): Promise<void> {
  const { answer } = phone;
  phone.answer = () => REFUSAL;
  await readInVain(phone.services.session);
  phone.answer = answer;
}

async function readInVain({ client }: SessionService): Promise<void> {
  await client
    .read({ method: 'GET', path: 'refused', body: null, timeout: 1 })
    .catch(() => undefined);
}
