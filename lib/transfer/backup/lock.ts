// Locking a backup with a passphrase, in the age format (age-encryption.org/v1, C2SP): any age tool can open it.
import { Decrypter, Encrypter } from 'age-encryption';

type Bytes = ReadableStream<Uint8Array>;

/** Logarithm of scrypt's cost: 2^18 blocks of 1 KB, about a second. */
const workFactor = 18;
/** What a file may ask for when it is opened: four times as much. */
const largestWorkFactor = 20;

export const ageMagic = 'age-encryption.org/v1\n';
/** Longer than the beginning of any file with a passphrase. */
const headerSize = 400;

/** The whole beginning of a file that is locked with a passphrase and nothing else. */
const header =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d{0,5})\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;

export const damaged = 'This file is damaged or not complete. Nothing was changed.';

/** Locks a stream. Takes about a second before the first byte. */
export function lock(content: Bytes, passphrase: string): Promise<Bytes> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(content);
}

/**
 * Opens a locked file. Throws a sentence, at once where the file asks for too much work; a stream that was changed
 * fails at the piece that was.
 */
export async function unlock(file: Blob, passphrase: string | undefined): Promise<Bytes> {
  checkHeader(await file.slice(0, headerSize).text());
  if (!passphrase) throw new Error('This backup is locked. Type its passphrase.');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(file.stream());
  } catch (error) {
    const isOtherKey = error instanceof Error && error.message.startsWith('no identity matched');
    throw new Error(isOtherKey ? 'The passphrase does not open this file. Nothing was changed.' : damaged);
  }
}

/** Looks at what a file asks for before anything is computed. */
function checkHeader(start: string): void {
  const factor = header.exec(start)?.[1];
  if (factor === undefined) {
    const isForKeys = /^-> (?!scrypt )/m.test(start);
    throw new Error(
      isForKeys
        ? 'This file is locked with a key. Only passphrases can be used here; open it with age.'
        : damaged,
    );
  }
  if (Number(factor) > largestWorkFactor)
    throw new Error('This file asks for more work to open it than is reasonable. It was not opened.');
}
