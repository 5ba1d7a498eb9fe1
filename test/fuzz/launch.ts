import fc from 'fast-check';
import { parseBillNumber } from '../../miniprogram/core/bill';
import {
  type LaunchQuery,
  readLaunchQuery,
  readTicketCode,
} from '../../miniprogram/core/launch-query';
import { anything, FUZZ_BILL, near } from './inputs';
import type { Target } from './targets';

type Must = (holds: boolean, what: string) => void;

const HOST = 'pos.example.com';
const rules = { linkHosts: [HOST], sceneSeparator: '~', billNumberPattern: null };
const LINK = `https://${HOST}/t?billnum=XS1&amount=28.00`;
const PATH = 'pages/collect/collect';

const launchText = near(FUZZ_BILL, `${FUZZ_BILL}~28.00`, LINK, encodeURIComponent(LINK), '%E4%B8');

const query = fc.oneof(
  anything,
  fc.record(
    { billnum: launchText, amount: launchText, q: launchText, scene: launchText },
    { requiredKeys: [] },
  ),
);

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('@', '\\', '#', '?', '/', '.', ':8443', '@evil.net', '%2F', '\t', '&', '='),
);

/** Links that pretend to be of another host, at every place where a text can be put in. */
const nearLink = fc
  .tuple(fc.constantFrom(LINK, `http://${HOST}?billnum=XS1`, `https://evil.net/?${LINK}`), junk)
  .chain(([link, put]) =>
    fc.nat(link.length).map((at) => link.slice(0, at) + put + link.slice(at)),
  );

const nearPath = near(
  `${PATH}?scene=${encodeURIComponent('XS1~28.00')}`,
  `/${PATH}?billnum=XS1&amount=28`,
  `${PATH}?q=${encodeURIComponent(LINK)}`,
  PATH,
);

const ticket = fc.oneof(nearLink, nearPath, launchText, near('134567890123456789'));

function soundProposal(read: LaunchQuery, must: Must): void {
  if (read.kind !== 'proposal') return;
  must(parseBillNumber(read.bill) === read.bill, 'an unusable bill');
  must(read.amount === null || (Number.isInteger(read.amount) && read.amount > 0), 'an amount');
}

/** The host that a browser would ask; written with nothing of the app's own reading. */
function hostOf(link: string): string | null {
  return URL.canParse(link) ? new URL(link).host : null;
}

/** What opens the app with a bill, and what 扫单号 brings of the same codes. */
export const launchTargets = (must: Must): readonly Target[] => [
  {
    name: 'launch query',
    property: fc.property(query, (given) => soundProposal(readLaunchQuery(given, rules), must)),
  },
  {
    name: 'ticket code',
    property: fc.property(ticket, (text) => {
      const read = readTicketCode(text, rules);
      const own = /^\/?pages\//.test(text);
      const link = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
      must(!(read === null && link && text.length <= 2_000), 'a link is taken for a bill number');
      if (read === null) return;
      must(own || link, 'neither a link nor a page of ours');
      must(read.kind !== 'none', 'a code that means nothing, in silence');
      soundProposal(read, must);
      if (link && read.kind === 'proposal') must(hostOf(text) === HOST, 'of another host');
      if (own) must(sameAsOpened(text, read), 'read otherwise than when opened by it');
    }),
  },
];

/** WeChat opens the page with the query taken apart at & and the first =. */
function sameAsOpened(text: string, read: LaunchQuery): boolean {
  const search = /\?([^#]*)/.exec(text.split('#')[0] ?? '')?.[1] ?? '';
  const opened = Object.fromEntries(
    search.split('&').map((part) => {
      const at = part.indexOf('=');
      return at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  const expected = readLaunchQuery(opened, rules);
  if (expected.kind === 'none') return read.kind === 'refused' && read.reason === 'noBill';
  return JSON.stringify(expected) === JSON.stringify(read);
}
