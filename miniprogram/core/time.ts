/** Times as staff read them. Written by hand: phones differ in what Intl and toLocaleString give. */

/** "14:05:09" in the phone's own time zone. `at`: ms since 1970. */
export function formatClock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

/** "2026-11-22 14:05:09" in the phone's own time zone. */
export function formatDateTime(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return `${day.join('-')} ${formatClock(at)}`;
}

/** A duration as "0:07", "12:30"; never negative (a phone's clock may be set back). `ms`: duration. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** "2026-11-22" in the phone's own time zone. `at`: ms since 1970. */
export function formatDay(at: number): string {
  return formatDateTime(at).slice(0, 10);
}

/** The day that is `days` after the one around `at`, at its noon: no change of the clock reaches that. */
export function dayAfter(at: number, days: number): number {
  const noon = new Date(at);
  noon.setHours(12, 0, 0, 0);
  noon.setDate(noon.getDate() + days);
  return noon.getTime();
}

/** ms until the phone's next local midnight. */
export function untilMidnight(at: number): number {
  const midnight = new Date(at);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - at;
}

/** True when both moments (ms since 1970) lie on the same day of the phone's time zone. */
export function isSameDay(a: number, b: number): boolean {
  return formatDay(a) === formatDay(b);
}

/** "UTC+08:00", the phone's own time zone. `at`: ms since 1970. */
export function formatZone(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset();
  const ahead = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
}
