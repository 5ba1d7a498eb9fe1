import { endpointOf, ENDPOINTS } from '../../../miniprogram/services/pos/endpoints';

test.each(Object.entries(ENDPOINTS))('%s is known by its address', (name, path) => {
  expect(endpointOf(`https://pos.example.com:8443/pos/${path}XS1`)).toBe(name);
});

test.each(['134567890123456789', `other-${ENDPOINTS.login}`, 'api/Pos/Login'])(
  'nothing else has a name: %s',
  (path) => {
    expect(endpointOf(`https://pos.example.com/${path}`)).toBe('other');
  },
);
