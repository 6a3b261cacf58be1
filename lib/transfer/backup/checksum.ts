// The two forms of a checksum over text: SHA-256 by pieces, as today, and of the whole, as earlier backups have it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export type Hashing = {
  add(text: string): void;
  /** What was added, as it stands in a file. Nothing is added afterwards. */
  checksum(): Promise<string>;
};

/** Begins a checksum by pieces. */
const mark = 'pieces:';
/** Characters (UTF-16) after which a piece ends, together with the text that was added last. Part of the form. */
const pieceSize = 1024 * 1024;

/**
 * By pieces: the SHA-256 of the SHA-256s of pieces. The browser computes them beside this worker, several times faster
 * than JavaScript does; all at once it could only where everything stood in memory.
 */
export function hashPieces(): Hashing {
  const encoder = new TextEncoder();
  const digests: Promise<ArrayBuffer>[] = [];
  let pending = '';
  const close = () => {
    digests.push(crypto.subtle.digest('SHA-256', encoder.encode(pending)));
    pending = '';
  };
  return {
    add(text) {
      pending += text;
      if (pending.length >= pieceSize) close();
    },
    async checksum() {
      close();
      const all = await new Blob(await Promise.all(digests)).arrayBuffer();
      return mark + bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
    },
  };
}

/** The form of backups until November 2026: one SHA-256 of everything. */
export function hashWhole(): Hashing {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  return {
    add: text => void hash.update(encoder.encode(text)),
    checksum: async () => bytesToHex(hash.digest()),
  };
}

/** The hashing by which a checksum was made. */
export const hashingOf = (checksum: string): (() => Hashing) =>
  checksum.startsWith(mark) ? hashPieces : hashWhole;
