/**
 * A value that must not be printed. Whatever turns it into text (a template, JSON, a log) gets
 * "[secret]"; only `reveal()` gives the value, so each use can be found by that name. The value is
 * kept in a closure: even an object dump does not show it.
 */
export class Secret<T> {
  readonly reveal: () => T;

  constructor(value: T) {
    this.reveal = () => value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}
