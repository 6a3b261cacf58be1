// Unpacking with a ceiling: what is packed says nothing reliable about how large it becomes.

/** The most that comes out, in bytes, and how many times more than went in. */
const largest = 20 * 1024 * 1024;
const largestRatio = 200;

const tooLarge = 'What is packed in this file becomes too large.';
const broken = 'What is packed in this file can’t be unpacked.';

/** The bytes of a base64 text. Throws a sentence when it is none. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64.replace(/\s+/g, '')), character => character.charCodeAt(0));
  } catch {
    throw new Error(broken);
  }
}

/**
 * The UTF-8 text in zlib data (RFC 1950). The bytes that come out are counted as they come; throws a sentence as soon as
 * they are too many, and for data that is broken.
 */
export async function inflateText(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const ceiling = Math.min(largest, Math.max(packed.length * largestRatio, 4096));
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > ceiling) throw new RangeError(tooLarge);
      pieces.push(decoder.decode(next.value, { stream: true }));
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw new Error(error instanceof RangeError ? tooLarge : broken);
  }
  return pieces.join('') + decoder.decode();
}
