import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../../miniprogram/config/version';
import { aboutApp } from '../../miniprogram/utils/environment';
import { installWx } from '../support/world/fake-wx';

test.each([
  ['develop', '', VERSION],
  ['trial', '', VERSION],
  ['release', '1.2.3', '1.2.3'],
])('%s %j', (envVersion, uploaded, version) => {
  installWx({ getAccountInfoSync: () => ({ miniProgram: { envVersion, version: uploaded } }) });
  expect(aboutApp()).toEqual({ environment: envVersion, version });
});

test('the version is the one in package.json', () => {
  const file = path.join(__dirname, '../../package.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: VERSION });
});
