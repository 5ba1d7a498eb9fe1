import { settings } from '../../../miniprogram/config/settings';
import { billContains, billKey, parseBillNumber, sameBill } from '../../../miniprogram/core/bill';
import { writeCsv } from '../../../miniprogram/core/csv';
import { parseEnvelope } from '../../../miniprogram/core/envelope';
import { CashierError } from '../../../miniprogram/core/errors/cashier-error';
import { parseHttpDate } from '../../../miniprogram/core/http-date';
import { readLaunchQuery, readTicketCode } from '../../../miniprogram/core/launch-query';
import { formatEntry, logEntry } from '../../../miniprogram/core/log-entry';
import { displayYuan, parseYuan, readServerYuan } from '../../../miniprogram/core/money';
import { judgeScan, maskCodesIn, walletOf } from '../../../miniprogram/core/payment-code';
import { isFiltered } from '../../../miniprogram/core/record-list';
import { redact, redactMessage } from '../../../miniprogram/core/redact';
import { parseServerAddress } from '../../../miniprogram/core/server-address';
import { foldCode, foldText, upperCase } from '../../../miniprogram/core/text';
import { readThrown, stackFrames } from '../../../miniprogram/core/thrown';
import { formatDateTime } from '../../../miniprogram/core/time';
import { judgeBarcodeAnswer } from '../../../miniprogram/core/verdict';

import type { Judgement } from './plan';

type Judge = (text: string) => unknown;

const BILL = 'XS20261122001';
const RULES = { ...settings.launch, billNumberPattern: null };
const answer = (body: string): unknown =>
  judgeBarcodeAnswer({ kind: 'answer', status: 200, headers: {}, body }, BILL, settings);

/** Every rule that judges a text from outside; each must say the same on every engine. */
export const JUDGES: Readonly<Record<string, Judge>> = {
  foldText,
  foldCode,
  upperCase,
  bill: parseBillNumber,
  billKey: (text) => billKey('https://pos.example.com', text),
  sameBill: (text) => [sameBill(text, BILL), billContains(BILL, text)],
  scan: judgeScan,
  wallet: walletOf,
  filter: isFiltered,
  mask: maskCodesIn,
  amount: (text) => displayYuan(parseYuan(text)),
  figure: readServerYuan,
  path: (text) => readLaunchQuery({ billnum: text, amount: text }, RULES),
  link: (text) => readLaunchQuery({ q: text }, RULES),
  ticket: (text) => readLaunchQuery({ q: `https://pos.example.com/t?billnum=${text}` }, RULES),
  scene: (text) => readLaunchQuery({ scene: text }, RULES),
  scannedTicket: (text) => readTicketCode(text, RULES),
  envelope: parseEnvelope,
  verdict: answer,
  verdictOn: (text) =>
    answer(
      JSON.stringify({ errcode: 0, errmsg: text, tag: { billnum: text, billpaystate: text } }),
    ),
  redact: (text) => redact(text),
  message: (text) => redactMessage(text),
  thrown: (text) => [readThrown(text), stackFrames(text)],
  csv: (text) => writeCsv([[text, 'a']]),
  log: (text) =>
    formatEntry(logEntry(0, 'error', 'app.error', { kind: 'error', message: text, frames: text })),
  address: parseServerAddress,
  httpDate: parseHttpDate,
  time: (text) => formatDateTime(text.length * 86_400_000 * 37),
};

/** What each judge says of each text, refusals by their codes. */
export function judgeAll(texts: readonly string[]): Judgement[] {
  return texts.map((text) => {
    const judgement: Record<string, string> = {};
    for (const [name, judge] of Object.entries(JUDGES)) {
      judgement[name] = JSON.stringify(said(judge, text));
    }
    return judgement;
  });
}

function said(judge: Judge, text: string): unknown {
  try {
    return judge(text) ?? null;
  } catch (error) {
    if (!(error instanceof CashierError)) return `threw ${String(error)}`;
    return [error.code, (error as { reason?: unknown }).reason ?? null];
  }
}
