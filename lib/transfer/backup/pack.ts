// The file of a backup: the export, packed with gzip, locked where there is a passphrase; and the way back to its bytes.
import { inflate, type Limits } from './inflate';
import { ageMagic, damaged, lock, unlock } from './lock';

type Bytes = ReadableStream<Uint8Array>;

/** Packs and locks. The result is the file itself. */
export async function pack(json: Blob, passphrase?: string): Promise<Blob> {
  const packed = json.stream().pipeThrough(new CompressionStream('gzip'));
  const file = passphrase ? await lock(packed, passphrase) : packed;
  const parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = file.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (value) pending.push(new Uint8Array(value));
    size += value?.length ?? 0;
    // Handed to the browser in pieces, which keeps them outside of this worker's memory.
    if (done || size > 1024 * 1024) {
      parts.push(new Blob(pending));
      [pending, size] = [[], 0];
    }
    if (done) return new Blob(parts, { type: 'application/octet-stream' });
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
