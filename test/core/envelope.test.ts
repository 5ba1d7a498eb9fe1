import fc from 'fast-check';
import { field, parseEnvelope, textField } from '../../miniprogram/core/envelope';

describe('parseEnvelope', () => {
  test.each([
    ['{"errcode":0,"errmsg":"ok","tag":{"a":1}}', { errcode: 0, errmsg: 'ok', tag: { a: 1 } }],
    [
      '{"ErrCode":-1,"ErrMsg":" 余额不足 ","Tag":[1]}',
      { errcode: -1, errmsg: '余额不足', tag: [1] },
    ],
    ['{"errcode":1}', { errcode: 1, errmsg: '', tag: null }],
    ['{"errcode":1,"errmsg":null,"tag":null}', { errcode: 1, errmsg: '', tag: null }],
    ['{"errcode":1,"errmsg":5,"tag":""}', { errcode: 1, errmsg: '', tag: '' }],
    ['\ufeff{"errcode":40001,"tag":"x"}', { errcode: 40001, errmsg: '', tag: 'x' }],
    [' \n{"errcode":0}\n', { errcode: 0, errmsg: '', tag: null }],
    ['{"errcode":0,"ERRCODE":0}', { errcode: 0, errmsg: '', tag: null }],
    ['{"errcode":0,"tag":{"a":1},"Tag":{"a":1}}', { errcode: 0, errmsg: '', tag: { a: 1 } }],
  ])('reads %s', (body, envelope) => {
    expect(parseEnvelope(body)).toEqual(envelope);
  });

  test.each([
    [''],
    ['null'],
    ['0'],
    ['"errcode"'],
    ['[{"errcode":0}]'],
    ['{}'],
    ['{"code":0}'],
    ['{"errcode":"0"}'],
    ['{"errcode":null}'],
    ['{"errcode":true}'],
    ['{"errcode":0.5}'],
    ['{"errcode":[0]}'],
    ['{"errcode":1e999}'],
    ['{"errcode":0'],
    ['{"errcode":0}x'],
    ["{'errcode':0}"],
    ['<html>200 OK</html>'],
    ['{"Message":"An error has occurred."}'],
    // Which of the two would be true?
    ['{"errcode":0,"ErrCode":1}'],
    ['{"errcode":0,"tag":{"billnum":"OTHER"},"Tag":null}'],
    ['{"errcode":0,"tag":{"billnum":"A"},"TAG":{"billnum":"B"}}'],
  ])('%s is no envelope', (body) => {
    expect(parseEnvelope(body)).toBeNull();
  });

  test('never throws, and an errcode is always a whole number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const envelope = parseEnvelope(body);
        expect(envelope === null || Number.isInteger(envelope.errcode)).toBe(true);
      }),
    );
  });

  test('a cut-off body is never read', () => {
    const body = '{"errcode":0,"errmsg":"","tag":{"billnum":"XS1","autoid":7,"billpaystate":"3"}}';
    for (let length = 0; length < body.length; length += 1) {
      expect(parseEnvelope(body.slice(0, length))).toBeNull();
    }
  });
});

describe('fields', () => {
  test.each([
    [{ BillNum: 'a' }, 'a'],
    [{ BILLNUM: 'a', other: 1 }, 'a'],
    [{ billnum: 'a', BillNum: 'a' }, 'a'],
    [{ billnum: 'a', BillNum: 'b' }, undefined],
    [{ billnum: 'a', BillNum: null }, undefined],
    [{ bill_num: 'a' }, undefined],
    [{}, undefined],
  ])('field(%j)', (object, value) => {
    expect(field(object, 'billnum')).toBe(value);
  });

  test.each([
    [{ a: 'x' }, 'x'],
    [{ a: '' }, ''],
    [{ a: 3 }, null],
    [{ a: null }, null],
    [{}, null],
  ])('textField(%j)', (object, value) => {
    expect(textField(object, 'a')).toBe(value);
  });

  test('names of the prototype are no fields', () => {
    expect(field({}, 'constructor')).toBeUndefined();
    expect(field({}, 'tostring')).toBeUndefined();
  });
});
