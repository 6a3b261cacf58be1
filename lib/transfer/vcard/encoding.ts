// Bytes of a vCard file as text: UTF-8, UTF-16, what a card says it is, or Windows-1252.

/** How much of a file is read at once, in bytes. */
const portion = 64 * 1024;

/**
 * The bytes of a file in portions, as UTF-8 where it is in UTF-16 (by its mark, or by its first letter), without a mark
 * at the beginning. Throws when `signal` is aborted.
 */
export async function* utf8Portions(blob: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  const encoder = new TextEncoder();
  for (let at = 0; at < blob.size; at += portion) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await blob.slice(at, at + portion).arrayBuffer());
    if (at === 0) decoder = wideDecoder(bytes);
    yield decoder ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes;
  }
  if (decoder) yield encoder.encode(decoder.decode());
}

function wideDecoder([first, second]: Uint8Array): TextDecoder | undefined {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return new TextDecoder('utf-16be');
  return undefined;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');

/** The text of bytes that are UTF-8, or else Windows-1252, in which every byte is a letter. */
export function plainText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}

/** The text of bytes in a character set named by a card, undefined where nobody knows it. */
export function textIn(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset.slice(0, 40)).decode(bytes);
  } catch {
    return undefined;
  }
}
