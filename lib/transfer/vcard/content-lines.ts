// Content lines: what a card says in one property, put together from the lines it is folded over.
import { Gathered } from './gathered';
import type { PhysicalLine } from './physical-lines';

/** The longest property that is read, in bytes; pictures are not read at all. */
export const longestLine = 1024 * 1024;

/** A property as bytes: characters may be folded in their middle, and cards may name their character set. */
export type ContentLine = {
  /** The line of the file on which it begins, counted from 1. */
  number: number;
  /** In capitals, without its group. */
  name: string;
  bytes: Uint8Array;
  /** `skipped`: a picture or other data, of which only the head is there. `long`: it goes on for too long. */
  is: 'whole' | 'skipped' | 'long';
};

/** Properties that are data, not text: nothing of them is kept. */
const dataNames = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-MS-CARDPICTURE']);

type Head = { name: string; isData: boolean; isQuoted: boolean; isBase64: boolean; length: number };
type Open = Head & { number: number; isBroken: boolean };

const latin = new TextDecoder('windows-1252');
const [tab, blank, equals, colon, semicolon] = [0x09, 0x20, 0x3d, 0x3a, 0x3b];

function headOf(bytes: Uint8Array): Head {
  const start = bytes.subarray(0, 2000);
  const end = start.indexOf(colon);
  const text = latin.decode(end === -1 ? start : start.subarray(0, end)).toUpperCase();
  const name = text.split(';', 1)[0]?.split('.').at(-1)?.trim() ?? '';
  return {
    name,
    isData: dataNames.has(name),
    isQuoted: /[;=]QUOTED-PRINTABLE(?:;|$)/.test(text),
    isBase64: /[;=]BASE64(?:;|$)|;ENCODING=B(?:;|$)/.test(text),
    length: end + 1,
  };
}

/** Whether a line goes on with the property before it. */
function continues({ isBroken, isBase64 }: Open, { bytes }: PhysicalLine): boolean {
  // A value whose last character is a lone `=` is broken off, not continued.
  if (isBroken) return !/^END:VCARD\s*$/i.test(latin.decode(bytes.subarray(0, 12)));
  if (bytes[0] === blank || bytes[0] === tab) return true;
  // Some phones fold base64 without a blank. It has neither of these characters.
  return isBase64 && !bytes.includes(colon) && !bytes.includes(semicolon);
}

/**
 * The content lines of the lines of a file. Folded lines are put together as RFC 6350 says (the blank goes), in vCard
 * 2.1 as that says (the blank stays), and over the soft breaks of quoted-printable.
 */
export async function* contentLines(portions: AsyncIterable<PhysicalLine[]>): AsyncGenerator<ContentLine[]> {
  const unfolding = new Unfolding();
  for await (const lines of portions) yield lines.flatMap(line => unfolding.take(line));
  yield unfolding.close();
}

class Unfolding {
  private readonly gathered = new Gathered(longestLine + 1);
  private open: Open | undefined;
  private number = 0;
  /** Whether the card that is open is of version 2.1. */
  private isOld = false;

  /** Adds a line; gives the property before it when that ended. */
  take(line: PhysicalLine): ContentLine[] {
    this.number += 1;
    const { open } = this;
    if (line.size === 0) return open?.isBroken ? this.close() : [];
    if (!open || !continues(open, line)) {
      const ended = this.close();
      this.begin(line);
      return ended;
    }
    const isFolded = !open.isBroken && (line.bytes[0] === blank || line.bytes[0] === tab);
    this.add(open, line, isFolded && !this.isOld ? 1 : 0);
    return [];
  }

  /** Gives the property that is open, if there is one. */
  close(): ContentLine[] {
    if (!this.open) return [];
    const { number, name, isData, isBase64 } = this.open;
    this.open = undefined;
    const isLong = this.gathered.size > longestLine;
    const bytes = this.gathered.take();
    if (name === 'VERSION') this.isOld = /:\s*2/.test(latin.decode(bytes.subarray(0, 200)));
    if (name === 'BEGIN') this.isOld = false;
    const is = isData || (isLong && isBase64) ? 'skipped' : isLong ? 'long' : 'whole';
    return [{ number, name, bytes, is }];
  }

  private begin({ bytes, size }: PhysicalLine): void {
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const unmarked = isMarked ? bytes.subarray(3) : bytes;
    const open = { ...headOf(unmarked), number: this.number, isBroken: false };
    this.open = open;
    if (open.isData) this.gathered.add(unmarked.subarray(0, open.length));
    else this.add(open, { bytes: unmarked, size }, 0);
  }

  /** Of data nothing is added, of other lines all from `from` on. */
  private add(open: Open, { bytes, size }: PhysicalLine, from: number): void {
    open.isBroken = open.isQuoted && bytes.at(-1) === equals;
    if (open.isData) return;
    this.gathered.add(bytes.subarray(from, open.isBroken ? -1 : undefined));
    // Folding that adds nothing is endless too.
    this.gathered.size += Math.max(0, size - bytes.length) + from;
  }
}
