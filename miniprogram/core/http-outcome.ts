/**
 * What became of one HTTP request, told without throwing: for a call that moves money "it failed"
 * is three different things.
 */
export type HttpOutcome =
  /** The server (or something on the way) answered. Header names are lower case; body is the raw text. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** Provably never left the phone. */
  | { readonly kind: 'notSent'; readonly reason: NotSentReason }
  /** No answer. The request may or may not have reached the server. */
  | { readonly kind: 'noAnswer'; readonly reason: NoAnswerKind };

export type NotSentReason = 'domainNotAllowed' | 'ownCheck';

export type NoAnswerKind = 'interrupted' | 'timeoutOrNetwork';
