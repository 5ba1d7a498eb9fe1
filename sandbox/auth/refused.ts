/** A call without a valid identity. Becomes 401 (or 400 for a header that cannot be read). */
export class AuthRefused extends Error {
  override readonly name = 'AuthRefused';

  constructor(
    readonly status: 400 | 401,
    /** The WWW-Authenticate header; Hawk's carries `ts` and `tsm` where the clock is stale. */
    readonly challenge: string | null,
  ) {
    super('refused');
  }
}
