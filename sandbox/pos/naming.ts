import type { SandboxSettings } from '../options';
import type { Envelope, Json } from './envelope';

/** Names whose capitals cannot be guessed from the contract's lower-case spelling. */
const PASCAL: Readonly<Record<string, string>> = {
  errcode: 'ErrCode',
  errmsg: 'ErrMsg',
  billnum: 'BillNum',
  autoid: 'AutoId',
  billpaystate: 'BillPayState',
  paystate: 'PayState',
  paystatus: 'PayStatus',
  username: 'UserName',
  nickname: 'NickName',
  shopid: 'ShopId',
  shopname: 'ShopName',
  productid: 'ProductId',
  productname: 'ProductName',
  subtotal: 'SubTotal',
  sellstate: 'SellState',
};

/** The envelope as JSON text, with field names as the deployment spells them. */
export function envelopeText(envelope: Envelope, naming: SandboxSettings['naming']): string {
  return JSON.stringify(naming === 'pascal' ? pascal({ ...envelope }) : envelope);
}

function pascal(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => pascal(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [pascalName(name), pascal(item)]),
  );
}

function pascalName(name: string): string {
  return PASCAL[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** ASP.NET binds JSON names without regard to case; so does this. Only the outer level matters. */
export function lowerCaseNames(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.toLowerCase(), item as unknown]),
  );
}
