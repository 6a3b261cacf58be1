// Characters out of bytes: which encoding a table is in, found out on the way, so that no file is read twice.

/** The first four are found; the others can only be said. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'windows-1250'
  | 'windows-1251'
  | 'macintosh'
  | 'shift_jis'
  | 'gb18030'
  | 'euc-kr';

export type Decoder = {
  /** The characters of the next bytes; `isLast` gives what was held back. */
  decode(bytes: Uint8Array, isLast: boolean): string;
  /** What is known so far: plain ASCII counts as UTF-8. */
  encoding(): Encoding;
};

/** Files that are often taken for a table, by their first bytes. */
const strangers: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is a workbook or an archive, not a table of text. Save it as CSV first.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old Excel workbook, not a table of text. Save it as CSV first.'],
  [[0xff, 0xfe, 0, 0], 'This file is in UTF-32, which is not read. Save it as UTF-8.'],
  [[0, 0, 0xfe, 0xff], 'This file is in UTF-32, which is not read. Save it as UTF-8.'],
];

const marks: [number[], Encoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const startsWith = (bytes: Uint8Array, start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/**
 * A decoder for the file that begins with `head`, in the encoding that is given. Without one, a byte order mark decides;
 * zeros at every other place mean UTF-16; all else is decided by the first bytes beyond ASCII. Throws a sentence for what
 * is no text.
 */
export function createDecoder(head: Uint8Array, given?: Encoding): Decoder {
  const stranger = strangers.find(([start]) => startsWith(head, start));
  if (stranger) throw new Error(stranger[1]);
  const mark = marks.find(([start]) => startsWith(head, start));
  const encoding = given ?? mark?.[1] ?? wideEncoding(head);
  if (!encoding) return waitingDecoder();
  const isMarked = mark?.[1] === encoding;
  return knownDecoder(encoding, isMarked ? mark[0].length : 0);
}

/** UTF-16 without a mark: delimiters and line ends have a zero, always on the same side. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const pairs = Math.min(head.length, 4096) >> 1;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < Math.max(2, pairs / 20) || Math.min(even, odd) > 0) return undefined;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

function knownDecoder(encoding: Encoding, markLength: number): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let toSkip = markLength;
  return {
    decode(bytes, isLast) {
      const text = decoder.decode(bytes.subarray(toSkip), { stream: !isLast });
      toSkip = 0;
      return text;
    },
    encoding: () => encoding,
  };
}

/** Takes ASCII for what it is in both encodings, until the first other bytes tell which one it is. */
function waitingDecoder(): Decoder {
  const ascii = new TextDecoder();
  let decided: Decoder | undefined;
  let held = new Uint8Array();
  return {
    decode(bytes, isLast) {
      if (decided) return decided.decode(bytes, isLast);
      const all = held.length > 0 ? joined([held, bytes]) : bytes;
      const { firstOther, whole, valid, invalid } = census(all, isLast);
      if (valid + invalid > 0) {
        decided = knownDecoder(valid > 0 && valid >= invalid ? 'utf-8' : 'windows-1252', 0);
        held = new Uint8Array();
        return decided.decode(all, isLast);
      }
      held = all.slice(Math.min(firstOther, whole));
      return ascii.decode(all.subarray(0, Math.min(firstOther, whole)));
    },
    encoding: () => decided?.encoding() ?? 'utf-8',
  };
}

type Census = {
  /** Where the first byte beyond ASCII is. */
  firstOther: number;
  /** Up to where no sequence is cut off by the end. */
  whole: number;
  /** Sequences of UTF-8, and bytes that belong to none. */
  valid: number;
  invalid: number;
};

function census(bytes: Uint8Array, isLast: boolean): Census {
  const { length } = bytes;
  let firstOther = 0;
  while (firstOther < length && (bytes[firstOther] ?? 0) < 0x80) firstOther++;
  let [valid, invalid, at] = [0, 0, firstOther];
  while (at < length) {
    const size = sequenceLength(bytes[at] ?? 0);
    const seen = following(bytes, at, size);
    if (size > 1 && seen < size && at + seen === length && !isLast) break;
    if (size > 1 && seen === size) valid++;
    else if (size !== 1) invalid++;
    at += seen === size ? size : 1;
  }
  return { firstOther, whole: at, valid, invalid };
}

/** How long a sequence of UTF-8 is by its first byte; 0 for bytes that begin none. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** How many bytes of a sequence of `size` are there. */
function following(bytes: Uint8Array, at: number, size: number): number {
  let seen = 1;
  while (seen < size && ((bytes[at + seen] ?? 0) & 0xc0) === 0x80) seen++;
  return size === 0 ? -1 : seen;
}

/** Several pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
