import type { Attempt } from '../../core/attempt';
import { resultPage } from '../../core/result-page';

export const COLLECT_PAGE = '/pages/collect/collect';
export const RECORDS_PAGE = '/pages/records/records';
export const SETTINGS_PAGE = '/pages/settings/settings';
export const CIPHER_CHECK_PAGE = '/pages/cipher-check/cipher-check';
export const LOGIN_PAGE = '/pages/login/login';

/** The page that shows the attempt as it stands now. */
export function attemptPage(attempt: Attempt): string {
  const page = resultPage(attempt);
  return `/pages/${page}/${page}?id=${attempt.id}`;
}

/** The evidence of an attempt in words. */
export function recordPage(id: string): string {
  return `/pages/record/record?id=${id}`;
}

/** The receipt of the attempt's bill. */
export function receiptPage(id: string): string {
  return `/pages/receipt/receipt?id=${id}`;
}
