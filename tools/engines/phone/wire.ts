/** What the host gives to a script: native/v8.cc, native/jsc.c, native/node.cjs. */
interface Host {
  readonly print: (text: string) => void;
  readonly readLine: () => string;
  readonly seconds: () => number;
}

const { print, readLine, seconds } = globalThis as unknown as Host;

/** Precise time, seconds since some moment. */
export const preciseTime = seconds;

/** A line of ours begins with this; engines print lines of their own. */
const MARK = '@';

/** Tells the other side. ASCII only: a lone surrogate would not survive the host's UTF-8. */
export function tell(kind: string, value: unknown): void {
  const text = JSON.stringify({ kind, value });
  print(
    MARK +
      text.replace(/[\u007f-\uffff]/g, (character) => {
        const hex = character.charCodeAt(0).toString(16);
        return `\\u${'0000'.slice(hex.length)}${hex}`;
      }),
  );
}

/** Asks the other side and waits for its answer: a script's time stands still meanwhile. */
export function ask(kind: string, value: unknown): unknown {
  tell(kind, value);
  return JSON.parse(readLine()) as unknown;
}
