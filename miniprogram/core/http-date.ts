const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The one form HTTP servers send: "Sun, 22 Nov 2026 08:00:00 GMT". */
const HTTP_DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/** A `Date` header in ms since 1970, null when it is none. By hand: phones parse date texts differently. */
export function parseHttpDate(text: string): number | null {
  const match = HTTP_DATE.exec(text.trim());
  if (match === null) return null;
  const [, day, name = '', year, hour, minute, second] = match;
  const month = MONTHS.indexOf(name);
  if (month === -1) return null;
  const [d, h, m, s] = [Number(day), Number(hour), Number(minute), Number(second)];
  // Sixty: a leap second.
  if (h > 23 || m > 59 || s > 60) return null;
  // The next month's first day: "31 Feb" would be read as a day of March.
  const y = Number(year);
  if (d < 1 || Date.UTC(y, month, d) >= Date.UTC(y, month + 1, 1)) return null;
  return Date.UTC(y, month, d, h, m, s);
}
