/** What the bench takes for granted besides the distributions. */

/** From sending the barcode call to its errcode 1, ms; the watch counts from sending. */
export const ANSWER_AFTER = 1_000;

/** From sending a query to its answer on screen, ms; the server reads the bill half way. */
export const ROUND_TRIP = 300;

/** Payments that wait for a password, per till and hour; the others need no query. */
export const PAYMENTS_PER_TILL_AND_HOUR = 20;

/** How many tills ask one server. */
export const TILLS = [10, 1_000, 100_000] as const;

/** Peaks are the fullest second of this long, ms. */
export const LOAD_WINDOW = 600_000;

/** No query about a payment is sent later than this after errcode 1, ms: watch and follow-up. */
export const LONGEST_LIFE = 720_000;
