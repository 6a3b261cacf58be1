// The text of a file as a stream of even portions, that can be stopped at any of them.
import { createDecoder, type Encoding, joined } from './encoding';

/** What a table is read from: a file, or what streams like one. */
export type Readable = Pick<Blob, 'size' | 'stream'>;

/** The size of a portion in bytes: small enough to stop at once, large enough to be fast. */
export const portionBytes = 64 * 1024;

export type TextPortion = { text: string; encoding: Encoding; isLast: boolean };

/**
 * The text of a file in the encoding that is given or found, portion by portion; the last one says so. Holds one portion of bytes. Throws the signal's reason
 * when it is aborted, and a sentence when the file is no text.
 */
export async function* readText(
  file: Readable,
  signal?: AbortSignal,
  given?: Encoding,
): AsyncGenerator<TextPortion> {
  let decoder: ReturnType<typeof createDecoder> | undefined;
  for await (const { bytes, isLast } of readPortions(file, signal)) {
    decoder ??= createDecoder(bytes, given);
    const text = decoder.decode(bytes, isLast);
    yield { text, encoding: decoder.encoding(), isLast };
  }
}

/** The bytes in portions of one size, however the stream cuts them. */
async function* readPortions(file: Readable, signal?: AbortSignal) {
  const reader = file.stream().getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    let pieces: Uint8Array[] = [];
    let held = 0;
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      for (let at = 0; at < value.length; ) {
        const piece = value.subarray(at, at + portionBytes - held);
        pieces.push(piece);
        held += piece.length;
        at += piece.length;
        if (held < portionBytes) continue;
        yield { bytes: joined(pieces), isLast: false };
        signal?.throwIfAborted();
        [pieces, held] = [[], 0];
      }
    }
    yield { bytes: joined(pieces), isLast: true };
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
