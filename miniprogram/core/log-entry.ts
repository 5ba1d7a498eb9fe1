import type { AttemptState } from './attempt';
import { BILL_NUMBER_MAX_LENGTH, type BillNumber } from './bill';
import { asObject } from './json';
import { looksLikePaymentCode, type NotPaymentCode } from './payment-code';
import { redact } from './redact';
import { formatDateTime } from './time';

export type LogLevel = 'info' | 'warn' | 'error';

/** A text of an entry. A payment code is refused by the compiler, a Secret is no text at all. */
export type LogText = NotPaymentCode;

/** What is known of the app and the phone it runs on. */
export interface PhoneFacts {
  /** The app's version; '' in develop. */
  readonly version: LogText;
  /** develop, trial or release. */
  readonly env: LogText;
  /** android, ios, devtools … */
  readonly platform: LogText;
  readonly system: LogText;
  readonly model: LogText;
  /** WeChat's version. */
  readonly wechat: LogText;
  /** Base library's version. */
  readonly library: LogText;
}

/** What became of a request: no body, no header, no address. */
export interface HttpFields {
  readonly endpoint: LogText;
  readonly method: 'GET' | 'POST';
  readonly outcome: LogText;
  /** null: no answer. */
  readonly status: number | null;
  readonly ms: number;
}

/** One change of an attempt's state. */
export interface AttemptFields {
  readonly id: LogText;
  readonly bill: BillNumber;
  /** Fen. */
  readonly amount: number;
  readonly state: AttemptState;
  readonly cause: LogText;
  /** ms since the barcode call left; null: it has not. */
  readonly sinceSent: number | null;
}

/** Every kind of entry with its fields: all that a log can hold. Times in ms. */
export interface LogEvents {
  'app.start': PhoneFacts & { readonly server: LogText };
  'app.visible': { readonly visible: boolean };
  'app.error': {
    readonly kind: 'error' | 'rejection';
    readonly message: LogText;
    /** "collect.ts:12 page.ts:80", newest first */
    readonly frames: LogText;
  };
  'page.notFound': { readonly path: LogText };
  'session.signedIn': { readonly user: LogText };
  'session.ended': { readonly refused: boolean };
  'session.signInFailed': { readonly cause: LogText; readonly ms: number };
  'journal.read': {
    readonly attempts: number;
    readonly undecided: number;
    readonly damaged: number;
  };
  'journal.unread': { readonly cause: LogText };
  /** A tap on 扫码收款 that sent nothing. */
  'collect.refused': {
    readonly bill: BillNumber;
    readonly amount: number;
    readonly cause: LogText;
  };
  attempt: AttemptFields;
  http: HttpFields;
  'storage.failed': { readonly call: LogText; readonly item: LogText; readonly message: LogText };
}

export type LogEventName = keyof LogEvents;

export type LogValue = string | number | boolean | null;

/** One line of the log, redacted. */
export interface LogEntry {
  /** ms since 1970. */
  readonly at: number;
  readonly level: LogLevel;
  readonly event: string;
  readonly fields: Readonly<Record<string, LogValue>>;
}

/** No figure of the app has more digits; an 18-digit code as a number has. */
const LARGEST = 1e15;

/**
 * Makes an entry of an event. Every text passes the redactor, whatever its type promised.
 *
 * @param known secrets in use now
 */
export function logEntry<Name extends LogEventName>(
  at: number,
  level: LogLevel,
  event: Name,
  fields: LogEvents[Name],
  known: readonly string[] = [],
): LogEntry {
  const kept: Record<string, LogValue> = {};
  for (const name of Object.keys(fields) as (keyof LogEvents[Name] & string)[]) {
    kept[name] = logValue(name, fields[name], known);
  }
  return { at, level, event, fields: kept };
}

function logValue(name: string, value: unknown, known: readonly string[]): LogValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) < LARGEST ? value : null;
  if (typeof value !== 'string') return '[secret]';
  return name === 'bill' || name === 'id' ? numberForLog(value) : redact(value, known);
}

/**
 * A bill number or an attempt's id as it may stand in a log: a row of digits stays readable, a
 * payment code does not.
 */
export function numberForLog(text: string): string {
  const readable = text.length <= BILL_NUMBER_MAX_LENGTH && !looksLikePaymentCode(text);
  return readable ? text : redact(text);
}

/** An entry as a line of the exported file. */
export function formatEntry({ at, level, event, fields }: LogEntry): string {
  const ms = String(((at % 1000) + 1000) % 1000).padStart(3, '0');
  const parts = Object.entries(fields).map(([name, value]) => `${name}=${formatValue(value)}`);
  return [`${formatDateTime(at)}.${ms}`, level, event, ...parts].join(' ');
}

function formatValue(value: LogValue): string {
  if (value === null) return '-';
  if (typeof value !== 'string') return String(value);
  return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}

const LEVELS: readonly LogLevel[] = ['info', 'warn', 'error'];

/** Reads stored entries; what is not one is left out. */
export function decodeEntries(values: unknown): readonly LogEntry[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value: unknown) => {
    const entry = decodeEntry(value);
    return entry === null ? [] : [entry];
  });
}

function decodeEntry(value: unknown): LogEntry | null {
  const object = asObject(value);
  if (object === null) return null;
  const { at, event } = object;
  const level = LEVELS.find((one) => one === object['level']);
  const stored = asObject(object['fields']);
  if (typeof at !== 'number' || typeof event !== 'string') return null;
  if (level === undefined || stored === null || !Number.isSafeInteger(at)) return null;
  // Redacted anew: the storage is not the app's alone, and an older version may have masked less.
  const fields: Record<string, LogValue> = {};
  for (const [name, field] of Object.entries(stored)) {
    fields[redact(name)] = logValue(name, field, []);
  }
  return { at, level, event: redact(event), fields };
}
