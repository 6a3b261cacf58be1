// Remarks on a person: what of the card was left out or cut short, each sentence once.

const most = 100;

export class Remarks {
  private readonly said = new Set<string>();
  private unsaid = 0;

  readonly add = (text: string): void => {
    if (this.said.size < most) this.said.add(text);
    else if (!this.said.has(text)) this.unsaid += 1;
  };

  /** The sentences in their order; how many more there were, where nobody would read them all. */
  list(): string[] {
    return this.unsaid > 0 ? [...this.said, `And ${this.unsaid} more remarks.`] : [...this.said];
  }
}
