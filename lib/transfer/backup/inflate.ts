// Unpacking gzip with the real bytes counted, since a small file can unpack to more than any memory holds.

type Bytes = ReadableStream<Uint8Array>;

/** How far a file may unpack. Rows of one kind shrink to a twentieth; gzip's own limit is a thousandth. */
export type Limits = { bytes: number; ratio: number };
const usual: Limits = { bytes: 1024 * 1024 * 1024, ratio: 200 };

/** Bytes that are handed on at once: they unpack to some megabytes at most before they are counted. */
const sip = 4096;
/** Before this, the ratio says nothing. */
const free = 1024 * 1024;

/** Unpacks a stream; it fails with a sentence where the file unpacks too far. */
export function inflate(packed: Bytes, { bytes, ratio }: Limits = usual): Bytes {
  let [taken, given] = [0, 0];
  const sips = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      for (let at = 0; at < chunk.length; at += sip) controller.enqueue(chunk.slice(at, at + sip));
    },
  });
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      taken += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      given += chunk.length;
      if (given > bytes || given > free + taken * ratio)
        throw new Error('This file unpacks to far more than a backup holds. It was not read.');
      controller.enqueue(chunk);
    },
  });
  return packed
    .pipeThrough(sips)
    .pipeThrough(counted)
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(watched);
}
