// Changes of many people that can still be taken back, from the journal and from the imports that came to their end.
import type { JournalEntry } from '../model/journal';
import { bulkKinds, bulkNames, type WideChange } from '../model/wide-change';
import type { Database } from './database';

/** The changes of many people that are in the journal and not taken back, the latest first. */
export async function listWideChanges(db: Database): Promise<WideChange[]> {
  const batches = (await db.journal.orderBy('batch').uniqueKeys()).map(String);
  const found = await Promise.all(batches.map(batch => wideChange(db, batch)));
  return found.filter(change => change !== undefined).sort((a, b) => b.at - a.at);
}

async function wideChange(db: Database, batch: string): Promise<WideChange | undefined> {
  const job = await db.imports.get(batch);
  if (job) {
    const { at, written, state, file } = job;
    return state === 'done' ? { kind: 'import', batch, at, people: written, file: file.name } : undefined;
  }
  const entries = () => db.journal.where('batch').equals(batch);
  // Taking back goes from the last to the first: when that is undone, all are.
  const first = await entries().first();
  const kind = bulkKinds.find(one => bulkNames[one] === first?.name);
  if (!first || !kind || first.undoneBy) return undefined;
  const tag = changedTag(first);
  return { kind, batch, at: first.at, people: await entries().count(), ...(tag !== undefined && { tag }) };
}

/** The tag that is in only one of the images of the contact. */
function changedTag({ changes }: JournalEntry): string | undefined {
  const change = changes.find(({ table }) => table === 'contacts');
  const before = tagsOf(change?.before);
  const after = tagsOf(change?.after);
  return [...before, ...after].find(tag => before.includes(tag) !== after.includes(tag));
}

function tagsOf(image: unknown): string[] {
  const tags = typeof image === 'object' && image !== null && 'tags' in image ? image.tags : undefined;
  return Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string') : [];
}
