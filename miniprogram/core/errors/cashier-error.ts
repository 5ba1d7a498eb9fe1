/**
 * Base of every error the app raises on purpose.
 *
 * `code` is stable and language-free; `config/words.ts` turns it into words staff can act on, so no
 * Chinese and no stack ever travels with an error. ES5 targets lose `instanceof` for subclasses of
 * Error, hence the explicit prototype.
 */
export abstract class CashierError extends Error {
  abstract readonly code: string;

  constructor(message: string) {
    super(message);
    Object.setPrototypeOf(this, new.target.prototype);
    this.name = new.target.name;
  }
}
