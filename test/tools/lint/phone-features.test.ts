import { missingFeatures } from '../../../tools/lint/phone-features';

describe('what a phone lacks is told of a script as it is uploaded', () => {
  test.each([
    ['const a = /^[\\p{L}]+$/u;', /error on Android/],
    ['const a = new RegExp("\\\\p{L}", "u");', /error on Android/],
    ['exports.z = function (e) { return e.normalize("NFKC"); };', /nothing on Android/],
    ['module.exports = typeof Intl === "undefined" ? 0 : Intl.NumberFormat;', /Intl/],
    ['const f = wx.Intl;', /Intl/],
    ['const t = n.toLocaleString("zh-CN");', /toLocale/],
    ['const r = /(?<=a)b/;', /older iPhones/],
    ['const r = new RegExp("(?<!a)b");', /older iPhones/],
    ['const { normalize } = String.prototype;', /nothing on Android/],
    ['const t = text[`normalize`]();', /nothing on Android/],
    ['const { localeCompare } = "";', /localeCompare/],
    ['const r = /\\w/iu;', /case and Unicode/],
    ['const [a, ...rest] = [b, c];', /iOS 13/],
    ['[a, ...rest] = [b, c];', /iOS 13/],
    ['const broken = ;', /Parsing error/],
    // Nobody can switch the rules off from inside a package.
    ['/* eslint-disable */ const t = n.toLocaleString();', /toLocale/],
  ])('%s', (code, message) => {
    expect(missingFeatures(code)).toEqual([expect.stringMatching(message)]);
  });
});

test('what phones have passes', () => {
  const code =
    'const [a, ...rest] = list; const [b, c] = [1, 2];' +
    'function f(Intl, normalize) { return normalize(/(?<year>\\d)(?=a)\\u200b/u, Intl); }';
  expect(missingFeatures(code)).toEqual([]);
});
