import { closed } from '../../../tools/wechat/schemas';

test('an object whose fields are listed takes no others, at any depth', () => {
  const schema = {
    properties: { setting: { type: 'object', properties: { es6: { type: 'boolean' } } } },
  };
  expect(closed(schema)).toEqual({
    properties: {
      setting: {
        type: 'object',
        properties: { es6: { type: 'boolean' } },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  });
});

test('what the schema says of further fields stands', () => {
  const schema = { properties: { a: {} }, additionalProperties: { type: 'string' } };
  expect(closed(schema)).toEqual(schema);
});
