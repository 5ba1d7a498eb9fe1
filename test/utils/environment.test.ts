import { envVersion } from '../../miniprogram/utils/environment';
import { installWx } from '../support/world/fake-wx';

test.each(['develop', 'trial', 'release'])('%s', (version) => {
  installWx({ getAccountInfoSync: () => ({ miniProgram: { envVersion: version } }) });
  expect(envVersion()).toBe(version);
});
