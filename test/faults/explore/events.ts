/** Everything that can happen to one attempt, each in every order it is possible in. */
export type Event =
  /** Staff scanned the code: the journal is asked to keep the attempt. */
  | 'tap'
  /** The storage does, or refuses, the write that waits longest. */
  | 'writeDone'
  | 'writeFails'
  /** A proxy refuses the request with a bare 4xx, or the server gets it, early or late. */
  | 'refused4xx'
  | 'serverCharges'
  | 'serverAsks'
  | 'serverDeclines'
  /** The network stack delivers the POST again: only this answer comes back. */
  | 'deliveredAgain'
  /** The phone hears nothing; the request or the answer may still be on its way. */
  | 'timesOut'
  | 'answerArrives'
  | 'answer5xx'
  /** The last answer comes once more. */
  | 'answerAgain'
  | 'customerPays'
  | 'customerCancels'
  /** Somebody pays the same amount on the bill in cash. */
  | 'cash'
  /** A query: the server reads the bill, later its answer comes, or does not. */
  | 'queryReads'
  | 'queryAnswers'
  | 'queryLost'
  /** Sixty seconds since sending have passed. */
  | 'minutePasses'
  | 'staffPaid'
  | 'staffNotPaid'
  | 'acknowledge'
  /** WeChat ends the app: a write under way is lost, torn, or done without a word. */
  | 'killed'
  | 'killedTorn'
  | 'killedWritten'
  | 'restart';

/** How often what may recur without end is explored. */
export const LIMITS = { kills: 1, failedWrites: 1, repeatedAnswers: 1, deliveries: 2 } as const;
