import { asObject } from '../core/json';
import { ExportFailedError, type ExportFailedReason } from '../core/errors/export-failed-error';

/** WeChat's numbers, https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html */
const REASONS: Readonly<Record<number, ExportFailedReason>> = {
  104: 'privacyRefused',
  112: 'privacyUndeclared',
  1300202: 'full',
};

/**
 * A failed `wx` call as an error with a reason. Judged by number alone: errMsg differs between
 * phones. The file system of older versions gives its number as errCode.
 */
export function exportFailure(error: unknown, otherwise: ExportFailedReason): ExportFailedError {
  const { errno, errCode } = asObject(error) ?? {};
  const number = typeof errno === 'number' ? errno : errCode;
  const reason = typeof number === 'number' ? REASONS[number] : undefined;
  return new ExportFailedError(reason ?? otherwise);
}
