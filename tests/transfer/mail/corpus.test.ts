// Real mails of public collections: who wrote them to whom about what, or why they are refused.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emailKey } from '../../../lib/identity/email';
import { contactSchema } from '../../../lib/model/contact';
import { eventSchema } from '../../../lib/model/event';
import { bringMail } from '../../../lib/transfer/import/mail-source';
import { freshDatabase } from '../../db/memory';
import { fileOf, readAll } from './archive';
// Expectations are hashes of what a reader of the files wrote down: addresses of strangers are not kept here.
import expected from './corpus.json';

const corpus = process.env.REGULARS_CORPUS ? join(process.env.REGULARS_CORPUS, 'email') : '';
const files = corpus
  ? readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(corpus.length + 1))
      .sort()
  : [];
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function facts(path: string): Promise<unknown> {
  const { read, counts } = await readAll(fileOf(path.split('/').at(-1)!, readFileSync(join(corpus, path))));
  expect(read).toHaveLength(1);
  expect(counts.falseSeparators).toBe(0);
  const [item] = read;
  if (!item || 'refused' in item) return item;
  const { from, to, cc, subject } = item.mail;
  const hashed = (list: { address: string }[]) => list.map(({ address }) => hash(address));
  return { from: hash(from.address), to: hashed(to), cc: hashed(cc), subject: hash(subject) };
}

describe.skipIf(files.length === 0)('mails of the corpus', () => {
  it('each have an expectation', () => expect(files).toEqual(Object.keys(expected)));

  it.each(Object.entries(expected))('%s', async (path, wanted) => {
    const found = await facts(path);
    if ('refused' in wanted)
      expect(found).toMatchObject({ refused: expect.stringContaining(wanted.refused) });
    else expect(found).toEqual(wanted);
  });

  it('are imported together: every sender is a person, every other mail is told with its reason', async () => {
    const db = freshDatabase();
    const mails = files.map(path => fileOf('a.eml', readFileSync(join(corpus, path))));
    const { read } = await readAll(mails);
    const senders = read.flatMap(item => ('mail' in item ? (emailKey(item.mail.from.address) ?? []) : []));
    const choice = { own: [], withHistory: true, site: 'email', fromMails: 1, withBulk: true };
    const job = { id: 'corpus', at: Date.UTC(2026, 10, 2), written: 0, state: 'running' as const };
    const file = { name: 'corpus', size: 1, modified: 1 };
    const decisions = { choice: 'mine' as const, choices: {}, fields: [] };
    const given = { job: { ...job, file }, files: mails, choice, decisions };
    const ran = await bringMail(db, given, () => undefined, new AbortController().signal);
    const keys = await db.identities.toCollection().primaryKeys();
    expect(keys.toSorted()).toEqual([...new Set(senders)].sort());
    const refused = Object.values(expected).filter(item => 'refused' in item);
    expect(ran.counts.refused).toBe(refused.length);
    expect(ran.history.added).toBeGreaterThan(senders.length / 2);
    for (const event of await db.events.toArray()) expect(eventSchema.parse(event)).toEqual(event);
    for (const contact of await db.contacts.toArray()) expect(contactSchema.parse(contact)).toEqual(contact);
  });
});
