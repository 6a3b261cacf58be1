// Reading a JSON object piece by piece: its lists row by row, so that a large file is never in memory at once.

/** Is told what stands at the top of the object: values by their name, and the rows of lists. Texts, not yet parsed. */
export type Visitor = {
  /** Whether the array under this name is given row by row. */
  isList(name: string): boolean;
  row(list: string, text: string): void;
  value(name: string, text: string): void;
};

/** Bytes of one row or value; the longest that fits the model has a tenth of it. */
const largestPiece = 8 * 1024 * 1024;

const notJson = 'This file is not JSON.';
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Cuts the bytes of a JSON object into rows and values. What stands between the pieces is checked here, the pieces
 * themselves by whoever parses them. All methods throw a sentence.
 */
export class Scan {
  /** `behind`: a list has ended, and a comma or the end of the object follows. */
  private place: 'before' | 'name' | 'value' | 'list' | 'behind' | 'after' = 'before';
  private depth = 0;
  private isInString = false;
  private isEscaped = false;
  private name = '';
  private readonly names = new Set<string>();
  /** Whether the list or object that is open has had nothing yet. */
  private isFirst = true;
  /** Where the piece begins in this chunk, and what earlier chunks held of it. */
  private from = 0;
  private carried: Uint8Array[] = [];
  private carriedSize = 0;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly visitor: Visitor) {}

  feed(chunk: Uint8Array): void {
    this.from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (this.isInString) this.passString(byte);
      else if (byte === quote) this.isInString = true;
      else if (byte === openObject || byte === openList) this.open(chunk, at, byte);
      else if (byte === closeObject || byte === closeList) this.close(chunk, at, byte);
      else if (byte === comma) this.divide(chunk, at);
      else if (byte === colon && this.depth === 1) this.endName(chunk, at);
    }
    this.keep(chunk);
  }

  finish(): void {
    if (this.place !== 'after' || this.take(new Uint8Array(), 0) !== '') throw new Error(notJson);
  }

  private passString(byte: number | undefined): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === backslash) this.isEscaped = true;
    else if (byte === quote) this.isInString = false;
  }

  private open(chunk: Uint8Array, at: number, byte: number): void {
    this.depth++;
    if (this.depth === 1) {
      if (this.place !== 'before' || byte !== openObject || this.take(chunk, at) !== '')
        throw new Error(notJson);
      this.place = 'name';
    } else if (
      this.depth === 2 &&
      this.place === 'value' &&
      byte === openList &&
      this.visitor.isList(this.name)
    ) {
      if (this.take(chunk, at) !== '') throw new Error(notJson);
      [this.place, this.isFirst] = ['list', true];
    }
  }

  private close(chunk: Uint8Array, at: number, byte: number): void {
    if (this.depth === 2 && this.place === 'list') {
      if (byte !== closeList) throw new Error(notJson);
      this.endRow(chunk, at, true);
      [this.place, this.isFirst] = ['behind', false];
    } else if (this.depth === 1) {
      if (byte !== closeObject) throw new Error(notJson);
      this.endMember(chunk, at);
      this.place = 'after';
    }
    this.depth--;
    if (this.depth < 0) throw new Error(notJson);
  }

  private divide(chunk: Uint8Array, at: number): void {
    if (this.depth === 2 && this.place === 'list') {
      this.endRow(chunk, at, false);
      this.isFirst = false;
    } else if (this.depth === 1) {
      this.endMember(chunk, at);
      [this.place, this.isFirst] = ['name', false];
    }
  }

  private endName(chunk: Uint8Array, at: number): void {
    const name = this.place === 'name' ? parsed(this.take(chunk, at)) : undefined;
    if (typeof name !== 'string' || this.names.has(name)) throw new Error(notJson);
    this.names.add(name);
    [this.name, this.place] = [name, 'value'];
  }

  private endMember(chunk: Uint8Array, at: number): void {
    const text = this.take(chunk, at);
    if (this.place === 'value') this.visitor.value(this.name, text);
    // Nothing may stand behind a list; an object without any name is closed at once.
    else if (text !== '' || !(this.place === 'behind' || this.isFirst)) throw new Error(notJson);
  }

  private endRow(chunk: Uint8Array, at: number, mayBeEmpty: boolean): void {
    const text = this.take(chunk, at);
    if (text !== '') this.visitor.row(this.name, text);
    else if (!mayBeEmpty || !this.isFirst) throw new Error(notJson);
  }

  /** The text of the piece that ends before `at`; the next begins behind it. */
  private take(chunk: Uint8Array, at: number): string {
    const last = chunk.subarray(this.from, at);
    const bytes = this.carried.length > 0 ? joined([...this.carried, last]) : last;
    [this.carried, this.carriedSize, this.from] = [[], 0, at + 1];
    try {
      return this.decoder.decode(bytes).trim();
    } catch {
      throw new Error(notJson);
    }
  }

  private keep(chunk: Uint8Array): void {
    const rest = chunk.slice(this.from);
    if (rest.length > 0) this.carried.push(rest);
    this.carriedSize += rest.length;
    if (this.carriedSize > largestPiece) throw new Error('This file has a row that is far too long.');
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What a piece says. Throws a sentence where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(notJson);
  }
}
