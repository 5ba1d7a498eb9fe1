export { attemptPage } from '../../core/result-page';

export const COLLECT_PAGE = '/pages/collect/collect';
export const RECORDS_PAGE = '/pages/records/records';
export const SETTINGS_PAGE = '/pages/settings/settings';
export const CIPHER_CHECK_PAGE = '/pages/cipher-check/cipher-check';
export const LOGIN_PAGE = '/pages/login/login';

/** The evidence of an attempt in words. */
export function recordPage(id: string): string {
  return `/pages/record/record?id=${id}`;
}

/** The receipt of the attempt's bill. */
export function receiptPage(id: string): string {
  return `/pages/receipt/receipt?id=${id}`;
}
