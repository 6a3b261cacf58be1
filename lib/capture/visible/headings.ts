// Under which headings a line stands; a heading that is somebody's name is none.
import { isWithin } from './near';
import type { Line } from './walk';

const heads = /^H[1-4]$/;

export class Headings {
  #levels: string[] = [];
  #of: { heading: string; headings: string; section: string }[] = [];

  /** Told of every line in its order. */
  add(line: Line, isName: boolean): void {
    const { tagName } = line.block;
    if (heads.test(tagName) && !isName) {
      const level = Number(tagName[1]);
      this.#levels = [
        ...Array.from({ length: level }, (_, at) => this.#levels[at] ?? ''),
        line.text.slice(0, 200),
      ];
    } else if (this.#levels.length > 0 && isWithin(line.block, /^FOOTER$/)) this.#levels = [];
    this.#of[line.at] = {
      heading: this.#levels.at(-1) ?? '',
      headings: this.#levels.join(' | '),
      section: this.#levels.slice(0, 3).join(' | '),
    };
  }

  /** The heading right above a line, and all together. */
  above = (line: Line): { heading: string; headings: string } =>
    this.#of[line.at] ?? { heading: '', headings: '' };

  /** The part of the page that a line stands in. */
  section = (line: Line): string => this.#of[line.at]?.section ?? '';
}
