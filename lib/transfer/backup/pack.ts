// The file of a backup: the export, packed with gzip, locked where there is a passphrase; and the way back to its bytes.
import { inflate, type Limits } from './inflate';
import { ageMagic, damaged, unlock } from './lock';
import { startLocking } from './locking';
import { eachPiece, joined } from './pieces';

type Bytes = ReadableStream<Uint8Array>;

/** Takes the text of an export, piece by piece. Throws a sentence where no file can come of it any more. */
export type Write = (text: string) => void;

/**
 * Packs what `fill` writes, and locks it with the passphrase where there is one, beside the filling. Gives the file, and
 * what `fill` gives; throws a sentence where either fails, and leaves nothing running.
 */
export async function pack<Result>(
  fill: (write: Write) => Promise<Result>,
  passphrase?: string,
): Promise<{ file: Blob; result: Result }> {
  const locking = passphrase ? startLocking(passphrase) : undefined;
  const gzip = new CompressionStream('gzip');
  const writer = gzip.writable.getWriter();
  const encoder = new TextEncoder();
  const parts: Blob[] = [];
  const packed = eachPiece(gzip.readable, piece => (locking ? locking.add(piece) : parts.push(piece)));
  // Heard of at the end, by whoever waits for it.
  packed.catch(() => undefined);
  try {
    const result = await fill(text => {
      locking?.check();
      writer.write(encoder.encode(text)).catch(() => undefined);
    });
    await Promise.all([packed, writer.close()]);
    return { file: locking ? await locking.finish() : joined(parts), result };
  } finally {
    locking?.end();
    writer.abort().catch(() => undefined);
  }
}

/**
 * The bytes of an export, whether it is plain, packed or locked. Throws a sentence; reading the stream throws where
 * the file is damaged or unpacks too far.
 */
export async function unpack(file: Blob, passphrase?: string, limits?: Limits): Promise<Bytes> {
  if (file.size === 0) throw new Error('This file is empty.');
  const start = await file.slice(0, 2 * ageMagic.length).text();
  if (start.startsWith('-----BEGIN AGE ENCRYPTED FILE'))
    throw new Error('This file is locked as text. Open it with age, or make it without --armor.');
  const isLocked = start.startsWith(ageMagic);
  const opened = await peek(isLocked ? await unlock(file, passphrase) : file.stream());
  return opened.isPacked ? inflate(opened.content, limits) : opened.content;
}

/** Looks at the first bytes of a stream: gzip begins with 1f 8b (RFC 1952). */
async function peek(content: Bytes): Promise<{ isPacked: boolean; content: Bytes }> {
  const reader = content.getReader();
  let start: Uint8Array = new Uint8Array();
  while (start.length < 2) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error(damaged);
    });
    if (done) break;
    start = new Uint8Array([...start, ...value.subarray(0, 2), ...value.subarray(2)]);
  }
  const rest = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(start),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: reason => reader.cancel(reason),
  });
  return { isPacked: start[0] === 0x1f && start[1] === 0x8b, content: rest };
}
