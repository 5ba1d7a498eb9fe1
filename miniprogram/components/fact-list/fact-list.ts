/** One line of a fact list: what it is, and its value as shown. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Labelled values below a result: bill, time, payment number, amounts. */
Component({
  properties: {
    /** Fact[] */
    facts: { type: Array, value: [] },
  },
});
