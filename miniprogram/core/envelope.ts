import { parseObject } from './json';
import { maskCodesIn } from './payment-code';

/** The envelope of every POS answer: `{ errcode, errmsg, tag }`. */
export interface Envelope {
  readonly errcode: number;
  /** Made to be shown to people, payment codes in it masked; '' when absent. */
  readonly errmsg: string;
  /** Object, array, string or null, as the server sent it. */
  readonly tag: unknown;
}

/**
 * Reads a body as an envelope.
 *
 * @returns null when it is not one: not JSON, no whole-number errcode, or the same name twice in
 *   different case with different values (which one would be true?)
 */
export function parseEnvelope(body: string): Envelope | null {
  const root = parseObject(body.replace(/^\ufeff/, ''));
  if (root === null || isAmbiguous(root, 'tag')) return null;
  const errcode = field(root, 'errcode');
  if (typeof errcode !== 'number' || !Number.isInteger(errcode)) return null;
  const errmsg = field(root, 'errmsg');
  return {
    errcode,
    errmsg: typeof errmsg === 'string' ? maskCodesIn(errmsg.trim()) : '',
    tag: field(root, 'tag') ?? null,
  };
}

/**
 * True when a body at least means to be an envelope, be it cut off, of another type or in XML. A
 * status alone says "refused" only where nothing speaks against it.
 */
export function mentionsErrcode(body: string): boolean {
  return /errcode/i.test(body);
}

/**
 * A field by its name, whatever its case: deployments differ (`billnum`, `BillNum`).
 * Names that collide with different values give undefined: neither can be trusted.
 */
export function field(object: Readonly<Record<string, unknown>>, name: string): unknown {
  const values = valuesOf(object, name);
  return agree(values) ? values[0] : undefined;
}

/** True when a name stands there twice, in different case and with different values. */
export function isAmbiguous(object: Readonly<Record<string, unknown>>, name: string): boolean {
  return !agree(valuesOf(object, name));
}

function agree(values: readonly unknown[]): boolean {
  if (values.length < 2) return true;
  const [first, ...others] = values.map((value) => JSON.stringify(value));
  return others.every((value) => value === first);
}

function valuesOf(object: Readonly<Record<string, unknown>>, name: string): unknown[] {
  const values: unknown[] = [];
  for (const key of Object.keys(object)) {
    if (key === name || key.toLowerCase() === name) values.push(object[key]);
  }
  return values;
}

/** A text field; null when missing or not text. */
export function textField(object: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = field(object, name);
  return typeof value === 'string' ? value : null;
}
