/** Where the calls go, below the server's base URL. After a path that ends in `/` stands a bill number. */
export const ENDPOINTS = {
  login: 'api/Pos/Miniprogram/Login',
  mainRow: 'api/Pos/MiniProgram/Busi/Sell/MainRow/Query/ByBillNum/',
  rows: 'api/Pos/MiniProgram/Busi/Sell/Bill/Detail/Query/ByBillNum/SimpleRet/',
  receipt: 'api/Pos/Busi/Sell/Print/Content/',
  barcode: 'api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode',
  wechat: 'api/UnPos/3Pay/Wechat/Query',
} as const;

export type EndpointName = keyof typeof ENDPOINTS;

const PLACES = (Object.keys(ENDPOINTS) as EndpointName[]).map((name) => {
  return { name, part: `/${ENDPOINTS[name]}` };
});

/** Which endpoint an address belongs to: an address could hold anything, these names cannot. */
export function endpointOf(url: string): EndpointName | 'other' {
  return PLACES.find(({ part }) => url.includes(part))?.name ?? 'other';
}
