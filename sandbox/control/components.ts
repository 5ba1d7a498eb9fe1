import { CIPHER_PROFILES } from '../cipher/profiles';
import { ENDPOINTS, FAULT_KINDS } from '../faults/fault';
import type { JsonSchema } from '../pos/schemas/describe';

const text = (description = ''): JsonSchema => ({
  type: 'string',
  ...(description && { description }),
});
const choice = (...values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });
const fen: JsonSchema = { type: 'integer', description: 'In fen.' };
const instant: JsonSchema = { type: 'integer', description: 'Milliseconds since 1970.' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const nullableText: JsonSchema = { type: ['string', 'null'] };

function record($id: string, properties: Record<string, JsonSchema>): JsonSchema {
  return { $id, type: 'object', required: Object.keys(properties), properties };
}

/** The tester's choice; shared by the request and the stored fault. */
const faultFields: Record<string, JsonSchema> = {
  kind: choice(...FAULT_KINDS),
  target: {
    ...choice(...ENDPOINTS, 'query'),
    description: 'Default barcode; query = every call that only reads.',
  },
  times: {
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    description: 'The next n calls; default 1.',
  },
  ms: {
    type: 'integer',
    minimum: 0,
    maximum: 600_000,
    description: 'delayed: default 5000; undecided: default 10000.',
  },
  words: { type: 'string', maxLength: 100, description: 'declined, unknown-errcode: the errmsg.' },
  errcode: { type: 'integer', description: 'unknown-errcode; default 7.' },
  status: { type: 'integer', minimum: 200, maximum: 599, description: 'http-status; default 503.' },
  work: {
    type: 'boolean',
    description:
      'html, http-status: whether the server did its work (money moved) first; default no.',
  },
  afterBarcode: {
    type: 'boolean',
    description: 'Sleeps until the next barcode call has come in; not for target barcode.',
  },
};

const settingFields: Record<string, JsonSchema> = {
  auth: choice('hawk', 'token', 'none'),
  tokenHeader: { type: 'string', pattern: '^[A-Za-z0-9-]{1,40}$' },
  cipherProfile: choice(...CIPHER_PROFILES),
  naming: choice('lower', 'pascal'),
  receipt: choice('on', 'paid-only', 'off'),
  overpayment: choice('refuse', 'allow'),
  undecidedTag: choice('full', 'empty'),
  wechatQuery: choice('on', 'off'),
  keepAlive: choice('on', 'off'),
  clockOffsetMs: { type: 'integer', description: "How far Hawk's clock is ahead." },
};

/** Every schema of the control API that has a name. */
export const CONTROL_COMPONENTS: readonly JsonSchema[] = [
  {
    $id: 'FaultRequest',
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: faultFields,
  },
  record('Fault', { id: count, remaining: count, ...faultFields }),
  {
    $id: 'SettingsChange',
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: settingFields,
  },
  record('Settings', settingFields),
  record('PaymentCode', {
    text: text('18 digits, in clear.'),
    issuedAt: instant,
    expiresAt: instant,
  }),
  record('Customer', {
    id: text(),
    name: text(),
    balanceFen: fen,
    askPassword: { type: 'boolean' },
    code: { $ref: 'PaymentCode#' },
  }),
  record('CallCounts', {
    barcode: count,
    mainRow: count,
    rows: count,
    receipt: count,
    wechatQuery: count,
  }),
  record('BillState', {
    number: text(),
    summary: text(),
    dueFen: fen,
    collectedFen: fen,
    remainingFen: fen,
    payState: choice('1', '2', '3'),
    calls: { $ref: 'CallCounts#' },
  }),
  record('Confirmation', {
    serial: count,
    kind: choice('password', 'processing'),
    customerId: text(),
    billNumber: text(),
    fen,
    code: text(),
    by: text(),
    startedAt: instant,
    endsAt: instant,
    state: choice('waiting', 'paid', 'cancelled', 'revoked'),
  }),
  record('Charge', {
    serial: count,
    channel: choice('wechat', 'cash', 'other-till'),
    billNumber: text(),
    fen,
    at: instant,
    code: nullableText,
    customerId: nullableText,
    by: text(),
  }),
  record('RecentCall', {
    id: count,
    at: instant,
    endpoint: choice(...ENDPOINTS),
    billNumber: nullableText,
    outcome: text(),
  }),
  record('SandboxState', {
    now: instant,
    shop: { type: 'object', required: ['id', 'name'], properties: { id: text(), name: text() } },
    settings: { $ref: 'Settings#' },
    users: {
      type: 'array',
      items: {
        type: 'object',
        required: ['login', 'password', 'nickname'],
        properties: { login: text(), password: text(), nickname: text() },
      },
    },
    bills: { type: 'array', items: { $ref: 'BillState#' } },
    customers: { type: 'array', items: { $ref: 'Customer#' } },
    confirmations: { type: 'array', items: { $ref: 'Confirmation#' } },
    ledger: { type: 'array', items: { $ref: 'Charge#' } },
    faults: { type: 'array', items: { $ref: 'Fault#' } },
    recentCalls: { type: 'array', items: { $ref: 'RecentCall#' } },
  }),
  record('ControlError', { message: text('In words.') }),
];
