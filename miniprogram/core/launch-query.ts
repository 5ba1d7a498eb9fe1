import { type BillNumber, parseBillNumber, saysNothing } from './bill';
import { InvalidAmountError } from './errors/invalid-amount-error';
import {
  InvalidBillNumberError,
  type InvalidBillNumberReason,
} from './errors/invalid-bill-number-error';
import { type Fen, parseYuan } from './money';
import { trimText } from './text';

/** How launch links are read; what of it the vendor has to agree on is a setting [I]. */
export interface LaunchRules {
  /** Hosts of ticket links, "host" or "host:port", lower case. */
  readonly linkHosts: readonly string[];
  /** What stands between bill number and amount in a mini program code's scene. */
  readonly sceneSeparator: string;
  readonly billNumberPattern: RegExp | null;
}

/** Why a launch query that meant something cannot be followed. */
export type LaunchRefusal = InvalidBillNumberReason | 'foreignLink' | 'noBill';

export type LaunchQuery =
  /** Opened without a bill, as by a tap on the icon. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'proposal';
      readonly bill: BillNumber;
      /** null: none given, or not usable. */
      readonly amount: Fen | null;
      /** An amount was given and could not be used. */
      readonly amountDropped: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: LaunchRefusal };

interface Given {
  readonly bill: string;
  readonly amount: string;
}

/** Longer texts are nobody's ticket. */
const LONGEST = 2_000;

/**
 * Reads what the home page was opened with; the one parser for all three ways. Total: whatever comes
 * in, it answers.
 *
 * - a path: `?billnum=XS1&amount=28.00`
 * - a ticket's plain QR link: `q`, the link percent-encoded once, `https://host/…?billnum=…&amount=…`
 * - a mini program code: `scene` (at most 32 characters), `XS1~28.00` or `XS1`
 *
 * The first of them that is there counts. Amounts are yuan. What comes out is a proposal: it never
 * starts anything.
 *
 * @param query the page's query as WeChat hands it over, decoded or not
 */
export function readLaunchQuery(query: unknown, rules: LaunchRules): LaunchQuery {
  const given = ['billnum', 'q', 'scene'].map((name) => textOf(query, name));
  const [billnum, q, scene] = given.map(valueOf);
  if (billnum) {
    const amount = decodeOnce(textOf(query, 'amount'));
    return propose({ bill: decodeOnce(billnum), amount }, rules);
  }
  if (q) {
    const text = trimText(q);
    const link = readLink(/^https?:/i.test(text) ? text : decodeOnce(text));
    if (link === null || !rules.linkHosts.includes(link.host)) return refused('foreignLink');
    return propose({ bill: link.param('billnum'), amount: link.param('amount') }, rules);
  }
  if (scene) {
    const [bill = '', ...amount] = decodeOnce(scene).split(rules.sceneSeparator);
    return propose({ bill, amount: amount.join(rules.sceneSeparator) }, rules);
  }
  return given.some((text) => text !== '') ? refused('noBill') : { kind: 'none' };
}

/** The text, or '' where it only says that there is none. */
function valueOf(text: string): string {
  return saysNothing(decodeOnce(text)) ? '' : text;
}

const ANY_LINK = /^[a-z][a-z0-9+.-]*:\/\//i;
/** What WeChat gives for a mini program code of ours: its page, with or without a first slash. */
const OWN_PATH = /^\/?pages\/[^?#]*(?:\?([^#]*))?(?:#.*)?$/;

/**
 * Reads what 扫单号 has brought when it is a ticket's code, as it would be read if the app had been
 * opened by it.
 *
 * @returns null for any other text: a bill number as it stands there
 */
export function readTicketCode(text: string, rules: LaunchRules): LaunchQuery | null {
  if (text.length > LONGEST) return null;
  if (ANY_LINK.test(text)) return readLaunchQuery({ q: text }, rules);
  const path = OWN_PATH.exec(text);
  if (path === null) return null;
  const query: Record<string, string> = {};
  for (const part of (path[1] ?? '').split('&')) {
    const [key = '', ...value] = part.split('=');
    query[key] = value.join('=');
  }
  const read = readLaunchQuery(query, rules);
  return read.kind === 'none' ? refused('noBill') : read;
}

function propose(given: Given, rules: LaunchRules): LaunchQuery {
  const bill = valueOf(given.bill);
  if (bill === '') return refused('noBill');
  try {
    const number = parseBillNumber(bill, rules.billNumberPattern);
    return { kind: 'proposal', bill: number, ...readAmount(given.amount) };
  } catch (error) {
    return refused(error instanceof InvalidBillNumberError ? error.reason : 'badCharacters');
  }
}

function readAmount(text: string): { amount: Fen | null; amountDropped: boolean } {
  if (text === '') return { amount: null, amountDropped: false };
  try {
    return { amount: parseYuan(text), amountDropped: false };
  } catch (error) {
    if (error instanceof InvalidAmountError) return { amount: null, amountDropped: true };
    throw error;
  }
}

interface Link {
  /** With the port where one stands there; lower case. */
  readonly host: string;
  /** '' when it is missing. */
  readonly param: (name: string) => string;
}

// No user name before the host, no backslash: both are how a link pretends to be of another host.
const LINK = /^https?:\/\/([a-z0-9.-]+(?::\d{1,5})?)(?:\/[^?#\\]*)?(?:\?([^#]*))?(?:#.*)?$/i;

function readLink(text: string): Link | null {
  const match = LINK.exec(text);
  if (match === null) return null;
  const [, host = '', search = ''] = match;
  const param = (name: string): string => {
    for (const part of search.split('&')) {
      const [key = '', ...value] = part.split('=');
      if (key.toLowerCase() === name) return decodeOnce(value.join('=').replace(/\+/g, ' '));
    }
    return '';
  };
  return { host: host.toLowerCase(), param };
}

/** Phones hand some values over percent-encoded, others not; a bill number never holds a "%". */
function decodeOnce(text: string): string {
  try {
    return trimText(decodeURIComponent(text));
  } catch {
    return trimText(text);
  }
}

function textOf(query: unknown, name: string): string {
  if (typeof query !== 'object' || query === null) return '';
  const value: unknown = (query as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' && value.length <= LONGEST ? value : '';
}

function refused(reason: LaunchRefusal): LaunchQuery {
  return { kind: 'refused', reason };
}
