/** What a person at the phone would have heard, felt and seen of its screen: tests ask for it. */
export interface Senses {
  /** Sounds in the order they were started, by their path in the package. */
  readonly sounds: string[];
  /** Vibrations in order, each by WeChat's name for it. */
  readonly vibrations: string[];
  screenKeptOn: boolean;
}

export const senses: Senses = { sounds: [], vibrations: [], screenKeptOn: false };
