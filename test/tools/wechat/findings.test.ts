import {
  isTypesOnly,
  qualityFindings,
  unusedOwnFiles,
  warnings,
} from '../../../tools/wechat/findings';

const ignored = {
  status: 'warn',
  message:
    'Ignored by code analyzer: miniprogram/core/types.ts,miniprogram/miniprogram_npm/@vant/weapp/area/index.js',
};

test('own files that nothing uses are found among those of the packages', () => {
  expect(unusedOwnFiles([ignored])).toEqual(['miniprogram/core/types.ts']);
});

test('any other warning is a finding', () => {
  expect(warnings([ignored, { status: 'warn', message: 'a.wxml is strange' }])).toEqual([
    'warn: a.wxml is strange',
  ]);
});

test.each([
  ["import type { A } from './a';\nexport interface B { a: A }", true],
  ['// words\nexport type A = 1;', true],
  ['export const a = 1;', false],
  ["import './a';", false],
])('%j holds types only: %s', (source, expected) => {
  expect(isTypesOnly(source)).toBe(expected);
});

test('a point of the quality check that was not met is a finding, with its files', () => {
  const items = [
    { name: 'A', success: true, text: 'fine' },
    { name: 'B', success: false, text: 'unused', detail: ['x.js', 'y.js'] },
    { name: 'C', success: false, text: 'too big', detail: { __APP__: 1 } },
  ];
  expect(qualityFindings(items)).toEqual(['B: unused: x.js, y.js', 'C: too big']);
});
