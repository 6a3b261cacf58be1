// A recipe may be slow on some page: it gets so much time for a look, and after a few that took longer it is not used any more.

/** Milliseconds for one look at a page. */
const enough = 300;
/** Looks in a row that may take longer. */
const overruns = 3;

export class Patience {
  private until = Number.POSITIVE_INFINITY;
  private over = 0;

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Whether the look that is under way must end. */
  readonly isSpent = (): boolean => this.clock() > this.until;

  /**
   * Looks; gives `otherwise` where the recipe can't be used on this page: too slow, or not what the browser understands.
   * What a look that was cut short has found is not used: it may be what a later step would have left out.
   */
  look<T>(at: () => T, otherwise: T): T {
    if (this.over >= overruns) return otherwise;
    this.until = this.clock() + enough;
    try {
      const found = at();
      const isSpent = this.isSpent();
      this.over = isSpent ? this.over + 1 : 0;
      return isSpent ? otherwise : found;
    } catch {
      this.over = overruns;
      return otherwise;
    }
  }
}
