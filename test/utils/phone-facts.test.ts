import { phoneFacts } from '../../miniprogram/utils/phone-facts';
import { installWx } from '../support/world/fake-wx';

test('tells the versions, and nothing that names the phone or its owner', () => {
  installWx({
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx1', envVersion: 'trial', version: '1.2.0' },
    }),
    getDeviceInfo: () => ({ platform: 'ios', system: 'iOS 18', model: 'iPhone', brand: 'Apple' }),
    getAppBaseInfo: () => ({ version: '8.0.50', SDKVersion: '3.8.12', language: 'zh_CN' }),
  });
  expect(phoneFacts()).toEqual({
    version: '1.2.0',
    env: 'trial',
    platform: 'ios',
    system: 'iOS 18',
    model: 'iPhone',
    wechat: '8.0.50',
    library: '3.8.12',
  });
});
