// Mailboxes on disk, in the Maildir form that Dovecot reads.
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export type Owner = { uid: number; gid: number };

let delivered = 0;

/** Puts a message into a folder of a mailbox; `at` (ms) is when it arrived. */
export function deliver(maildir: string, message: string | Buffer, at: number, owner: Owner): void {
  for (const sub of ['', 'tmp', 'new', 'cur']) makeFolder(join(maildir, sub), owner);
  const name = `${Math.floor(at / 1000)}.M${++delivered}.webmail`;
  const written = join(maildir, 'tmp', name);
  writeFileSync(written, message);
  chownSync(written, owner.uid, owner.gid);
  renameSync(written, join(maildir, 'new', name));
}

function makeFolder(path: string, { uid, gid }: Owner): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chownSync(path, uid, gid);
}

/** Every message file below a folder of the corpus, as bytes: odd ones are part of the test. */
export function corpusMessages(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(eml|txt)$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath, entry.name)));
}
