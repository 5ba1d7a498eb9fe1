/**
 * Base of every error the app raises on purpose.
 *
 * `code` is stable and language-free; `config/words.ts` turns it into words staff can act on, so no
 * Chinese and no stack ever travels with an error.
 */
export abstract class CashierError extends Error {
  abstract readonly code: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
