// The part of a mail that is kept while its file runs by: header, first part of the body, length.
import { BODY_LIMIT, HEADER_LIMIT } from './limits';
import type { Separator } from './separator';

/** A mail as bytes. */
export type RawMail = {
  header: Uint8Array;
  /** The beginning of the body, at most `BODY_LIMIT`. */
  body: Uint8Array;
  /** Its length in the file. */
  bytes: number;
  separator?: Separator;
  /** The header goes on beyond `HEADER_LIMIT`. */
  isHeaderCut: boolean;
};

const [LF, CR] = [10, 13];

/** Collects one mail after the other in the same memory. */
export class KeptMail {
  private readonly header = new Uint8Array(HEADER_LIMIT);
  private readonly body = new Uint8Array(BODY_LIMIT);
  private headerLength = 0;
  private bodyLength = 0;
  private bytes = 0;
  private part: 'header' | 'body' | 'rest' = 'header';
  private separator: Separator | undefined;

  /** Begins a mail that comes after a separator. */
  begin(separator: Separator): void {
    this.separator = separator;
  }

  /** Adds a line or a piece of one. */
  add(bytes: Uint8Array, from: number, to: number, isLineStart: boolean): void {
    this.bytes += to - from;
    if (this.part === 'header') {
      if (!isLineStart || !isBlank(bytes, from)) this.addToHeader(bytes, from, to);
      else if (this.headerLength > 0) this.part = 'body';
    } else if (this.part === 'body') {
      const end = Math.min(to, from + BODY_LIMIT - this.bodyLength);
      this.body.set(bytes.subarray(from, end), this.bodyLength);
      this.bodyLength += end - from;
      if (end < to) this.part = 'rest';
    }
  }

  private addToHeader(bytes: Uint8Array, from: number, to: number): void {
    if (this.headerLength + to - from > HEADER_LIMIT) {
      this.part = 'rest';
    } else {
      this.header.set(bytes.subarray(from, to), this.headerLength);
      this.headerLength += to - from;
    }
  }

  /** Ends the mail; undefined where there was none. An mbox puts one blank line after each. */
  take(isFollowedByBlank: boolean): RawMail | undefined {
    const { bytes, separator, headerLength, part } = this;
    const body = this.body.subarray(0, this.bodyLength);
    const isNone = !separator && headerLength === 0 && body.every(byte => byte === LF || byte === CR);
    const end = isFollowedByBlank && part === 'body' ? withoutBlankLine(body) : body.length;
    const mail: RawMail = {
      header: this.header.slice(0, headerLength),
      body: body.slice(0, end),
      bytes,
      ...(separator && { separator }),
      isHeaderCut: part === 'rest' && this.bodyLength === 0,
    };
    [this.headerLength, this.bodyLength, this.bytes, this.part] = [0, 0, 0, 'header'];
    this.separator = undefined;
    return isNone ? undefined : mail;
  }
}

const isBlank = (bytes: Uint8Array, at: number) =>
  bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF);

/** Where the text ends without its last line, if that is blank. */
function withoutBlankLine(body: Uint8Array): number {
  const { length } = body;
  if (body[length - 1] !== LF) return length;
  const end = body[length - 2] === CR ? length - 2 : length - 1;
  return end === 0 || body[end - 1] === LF ? end : length;
}
