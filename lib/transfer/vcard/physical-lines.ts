// Lines as they stand in the file, however they end: LF, CRLF or CR.
import { Gathered } from './gathered';

/** Of a longer line the rest is counted and not kept. */
const longestKept = 1024 * 1024 + 1;

/** `bytes` without the line's end; `size` is more than their number where the line is too long to be kept. */
export type PhysicalLine = { bytes: Uint8Array; size: number };

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** The lines of a file whose bytes come in portions, all that end in one portion at a time. */
export async function* physicalLines(portions: AsyncIterable<Uint8Array>): AsyncGenerator<PhysicalLine[]> {
  const open = new Gathered(longestKept);
  let afterReturn = false;
  for await (const bytes of portions) {
    const lines: PhysicalLine[] = [];
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at] !== lineFeed && bytes[at] !== carriageReturn) continue;
      const isSecondHalf = bytes[at] === lineFeed && afterReturn && at === start && open.size === 0;
      if (!isSecondHalf) lines.push(closed(open, bytes.subarray(start, at)));
      afterReturn = bytes[at] === carriageReturn;
      start = at + 1;
    }
    if (start < bytes.length) open.add(bytes.subarray(start));
    yield lines;
  }
  if (open.size > 0) yield [closed(open, new Uint8Array())];
}

function closed(open: Gathered, last: Uint8Array): PhysicalLine {
  if (open.size === 0 && last.length < longestKept) return { bytes: last, size: last.length };
  open.add(last);
  const { size } = open;
  return { bytes: open.take(), size };
}
