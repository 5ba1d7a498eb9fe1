import fc from 'fast-check';
import { body, FUZZ_BILL, near } from '../../test/fuzz/inputs';

/** Texts that once were, or could be, judged differently from engine to engine. */
const TABLE: readonly string[] = [
  '',
  FUZZ_BILL,
  'xs20261122001',
  'ＸＳ２０２６１１２２００１',
  '　ＸＳ１　',
  'XS1²',
  'XS1½',
  'XS①',
  'ﬁ',
  'XS\u00a01',
  '\u180eXS1\u180e',
  '\ufeffXS1',
  'XS\u200b1',
  '\u202dXS1\u202c',
  'XS1\ufe0f',
  'XS1\udb40\udc31',
  'XSı',
  'XSſ',
  'XSß',
  'XS\u212a',
  '售货单001',
  '〇㐀龥𠮷',
  '𝟏𝟐',
  'Русский',
  'é',
  'e\u0301',
  '\ud800',
  'XS1\n28.00',
  'Code 128',
  '134567890123456789',
  '１３４５６７８９０１２３４５６７８９',
  '134567890123456789\ufe0f',
  '1345 6789 0123 4567 89',
  '١٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩',
  '281234567890123456',
  '2812-3456-7890-1234',
  '1345\u200b\u200b\u200b\u200b67890123456789',
  '1345    6789    0123    4567    89 28.00',
  'XS1\u316428.00',
  'XS1\u206328.00',
  '6212345678901234567',
  '28',
  '28.00',
  '１，２３４．５０',
  '1²',
  '￥12',
  '0.10000000000000001',
  'https://pos.example.com/t?billnum=XS1&amount=28',
  'HTTPS://POS.EXAMPLE.COM/?BillNum=单＃1',
  'https://poſ.example.com/?billnum=1',
  'pages/collect/collect?billnum=XS1',
  'undefined',
  'XS20261122001~28.00',
  '{"errcode":0,"errmsg":"","tag":{"billnum":"XS20261122001","billpaystate":"3"}}',
  '{"errcode":0,"tag":{"BillNum":"ＸＳ20261122001","BillPayState":"３"}}',
  '{"errcode":-1,"errmsg":"付款码 134567890123456789 无效"}',
  '{"ERRCODE":1}',
  "MiniProgramError\nundefined is not an object (evaluating 'a.b')\nonCollect@https://usr/app-service.js:12:345\n[native code]",
  'TypeError: x\n    at onCollect (https://usr/app-service.js:12:345)',
  'Authorization: Hawk id="1001"',
  'paſſword=1',
  '密码：１',
  '＝1+1',
  'Sun, 22 Nov 2026 08:00:00 GMT',
  'https://[::1]:8443/pos',
];

/** Digits and letters in either width, letters whose capitals differ by engine, blanks, no look. */
const MIXED = '0123４５６789XSxsıſßK²①.,- \u00a0\u200b\ufe0f\u3000\n';

/** Generated texts: so many of each kind, the same at every run. */
const RANDOM = 10_000;
const SEED = 20_261_122;

/** The table, and 10,000 texts made by chance. */
export function judgedTexts(): string[] {
  const kinds = [
    near(FUZZ_BILL, 'ＸＳ20261122001', '134567890123456789', '6212345678901234567', '28.00'),
    near('https://pos.example.com/t?billnum=XS1', 'Authorization: x', 'a@https://usr/a.js:1:2'),
    fc.string({
      unit: fc.constantFrom(...Array.from(MIXED)),
    }),
    body,
  ];
  const each = Math.ceil(RANDOM / kinds.length);
  const made = kinds.flatMap((kind, index) =>
    fc.sample(kind, { numRuns: each, seed: SEED + index }),
  );
  return [...TABLE, ...made];
}
