// Cuts the bytes of a file into mails, piece by piece: an mbox at its separators, any other file not at all.
import { KeptMail, type RawMail } from './kept-mail';
import { readSeparator, SEPARATOR_REACH, type Separator } from './separator';

const [LF, CR, F, QUOTE] = [10, 13, 70, 62];
const FROM = [...'From '].map(char => char.charCodeAt(0));
/** Deeper quoting than this is left as it is. */
const QUOTE_REACH = 64;
const nothing: Uint8Array = new Uint8Array(0);
const ascii = new TextDecoder('latin1');

/** What a line begins with; `undecided` where the bytes end too early to tell. */
type Beginning = 'text' | 'from' | 'quoted' | 'undecided';

/** Splits one file. Holds one mail's kept part and the piece at hand, whatever the file's length. */
export class Splitter {
  /** Lines that begin with `From ` and were none. */
  falseSeparators = 0;
  private readonly isMbox: boolean;
  private readonly mail = new KeptMail();
  private rest = nothing;
  private isLineStart = true;
  private isFirstLine = true;

  /** `isMbox`: the file may hold several mails. */
  constructor(isMbox: boolean) {
    this.isMbox = isMbox;
  }

  /** The mails that end in these bytes. */
  *push(piece: Uint8Array): Generator<RawMail> {
    yield* this.read(joined(this.rest, piece), false);
  }

  /** The mail that the file ends with. */
  *end(): Generator<RawMail> {
    yield* this.read(this.rest, true);
    const last = this.mail.take(this.isMbox);
    if (last) yield last;
  }

  private *read(bytes: Uint8Array, isLast: boolean): Generator<RawMail> {
    this.rest = nothing;
    let at = 0;
    while (at < bytes.length) {
      const beginning = this.isLineStart ? beginningOf(bytes, at, isLast) : 'text';
      if (beginning === 'undecided') {
        this.rest = bytes.slice(at);
        return;
      }
      const end = bytes.indexOf(LF, at);
      const next = end === -1 ? bytes.length : end + 1;
      const separator = beginning === 'from' ? this.separatorAt(bytes, at) : undefined;
      if (separator) {
        const mail = this.mail.take(true);
        if (mail) yield mail;
        this.mail.begin(separator);
      } else {
        this.add(bytes, at, next, beginning);
      }
      this.isLineStart = end !== -1;
      this.isFirstLine = false;
      at = next;
    }
  }

  private separatorAt(bytes: Uint8Array, at: number): Separator | undefined {
    if (!this.isMbox) return undefined;
    const separator = readSeparator(ascii.decode(bytes.subarray(at, at + SEPARATOR_REACH)));
    if (!separator) this.falseSeparators++;
    return separator;
  }

  private add(bytes: Uint8Array, at: number, next: number, beginning: Beginning): void {
    // A file with one mail may still have the line that stood before it in an mbox.
    if (beginning === 'from' && this.isFirstLine && !this.isMbox) return;
    const from = beginning === 'quoted' && this.isMbox ? at + 1 : at;
    this.mail.add(bytes, from, next, this.isLineStart);
  }
}

function beginningOf(bytes: Uint8Array, at: number, isLast: boolean): Beginning {
  const first = bytes[at];
  const left = bytes.length - at;
  if (first === F) {
    const length = Math.min(FROM.length, left);
    if (!startsWithFrom(bytes, at, length)) return 'text';
    if (left < SEPARATOR_REACH && !isLast) return 'undecided';
    return length === FROM.length ? 'from' : 'text';
  }
  if (first === QUOTE) {
    let past = at;
    while (bytes[past] === QUOTE && past - at < QUOTE_REACH) past++;
    if (bytes.length - past < FROM.length && !isLast) return 'undecided';
    return startsWithFrom(bytes, past, FROM.length) ? 'quoted' : 'text';
  }
  return first === CR && left === 1 && !isLast ? 'undecided' : 'text';
}

function startsWithFrom(bytes: Uint8Array, at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[at + i] !== FROM[i]) return false;
  return true;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
