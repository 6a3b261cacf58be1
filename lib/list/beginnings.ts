// How the words of an entry begin, as bits: who can't be meant is passed over without a look at their words.

/** A bit for the first letter of each word, one for its first two letters, one for its first three. */
export type Beginnings = { one: number; two: number; three: number };

/** Numbers of more bits take a place of their own in memory. */
const bits = 30;
const lineBreak = 10;

/** Of words that each stand after a line break. */
export function beginningsOf(words: string): Beginnings {
  let [one, two, three] = [0, 0, 0];
  for (let at = words.indexOf('\n'); at !== -1; at = words.indexOf('\n', at + 1)) {
    const first = words.charCodeAt(at + 1);
    one |= 1 << (first % bits);
    // Beyond the end of the text there is NaN.
    const second = words.charCodeAt(at + 2) || lineBreak;
    if (second === lineBreak) continue;
    two |= 1 << ((first * 7 + second) % bits);
    const third = words.charCodeAt(at + 3) || lineBreak;
    if (third === lineBreak) continue;
    three |= 1 << ((first * 49 + second * 7 + third) % bits);
  }
  return { one, two, three };
}

/** The same with more words. */
export const joinedBeginnings = (a: Beginnings, b: Beginnings): Beginnings => ({
  one: a.one | b.one,
  two: a.two | b.two,
  three: a.three | b.three,
});

/** What of many entries is looked at first: their beginnings side by side, in their order. */
export class Sieve<Item extends { begin: Beginnings }> {
  private readonly begin: Int32Array;

  constructor(private readonly items: readonly Item[]) {
    this.begin = new Int32Array(items.length * 3);
    let at = 0;
    for (const { begin } of items) {
      this.begin[at++] = begin.one;
      this.begin[at++] = begin.two;
      this.begin[at++] = begin.three;
    }
  }

  /** Those who may have words that begin so, in order; nobody who has is missing. */
  candidates({ one, two, three }: Beginnings): Item[] {
    const { begin } = this;
    return this.items.filter((_item, place) => {
      const [a = 0, b = 0, c = 0] = [begin[place * 3], begin[place * 3 + 1], begin[place * 3 + 2]];
      return (a & one) === one && (b & two) === two && (c & three) === three;
    });
  }
}
