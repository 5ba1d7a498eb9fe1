/** One place in the mini program's sources, and what stands there instead. */
export interface Edit {
  /** Below miniprogram/. */
  readonly file: string;
  /** Must stand there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A mistake somebody could make, and that must not pass unnoticed. */
export interface Mutant {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Test files that must catch it where the simulation cannot. */
  readonly tests?: readonly string[];
}

export function mutant(name: string, file: string, find: string, replace: string): Mutant {
  return { name, edits: [{ file, find, replace }] };
}
