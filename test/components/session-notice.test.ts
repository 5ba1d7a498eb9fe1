import { installServices } from '../../miniprogram/services/services';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderComponent, settle } from '../support/simulate';
import { envelope } from '../support/world/fake-http';
import { refuseSessionOf } from '../support/world/refuse-session';

const NOTICE = '登录无法加密保存，下次打开要重新登录';

async function phoneThat(keeps: boolean): Promise<FakePhone> {
  const phone = await fakePhone();
  phone.answer = () => envelope(0, { token: '', username: '1001', nickname: '王小明' });
  if (!keeps) phone.secrets.broken.add('write');
  installServices(phone.services);
  return phone;
}

test('a session that is kept needs no words', async () => {
  const { services } = await phoneThat(true);
  const notice = await renderComponent('components/session-notice/session-notice', {});
  expect(notice.text()).toBe('');
  await services.session.signIn('1001', '123456');
  await settle();
  expect(notice.text()).toBe('');
});

test('one in memory only is told, until staff have read it or it is over', async () => {
  const { services } = await phoneThat(false);
  const notice = await renderComponent('components/session-notice/session-notice', {});
  await services.session.signIn('1001', '123456');
  await settle();
  expect(notice.text()).toContain(NOTICE);
  await notice.tap('知道了');
  expect(notice.text()).toBe('');
  await services.session.signOut();
  await settle();
  expect(notice.text()).toBe('');
});

test('nobody is signed in: there is nothing to tell', async () => {
  const phone = await phoneThat(false);
  await phone.services.session.signIn('1001', '123456');
  const notice = await renderComponent('components/session-notice/session-notice', {});
  await settle();
  expect(notice.text()).toContain(NOTICE);
  await refuseSessionOf(phone);
  await settle();
  expect(notice.text()).toBe('');
});
