// Bytes in pieces that the browser keeps, outside of a worker's memory.

/** Bytes of one piece, at least. */
const pieceSize = 256 * 1024;

/** Reads a stream to its end and gives it to `take` piece by piece. Throws what the stream fails with. */
export async function eachPiece(
  content: ReadableStream<Uint8Array>,
  take: (piece: Blob) => void,
): Promise<void> {
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = content.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (value) pending.push(new Uint8Array(value));
    size += value?.length ?? 0;
    if (done || size >= pieceSize) {
      take(new Blob(pending));
      [pending, size] = [[], 0];
    }
    if (done) return;
  }
}

/** One file of pieces. */
export const joined = (pieces: Blob[]): Blob => new Blob(pieces, { type: 'application/octet-stream' });
