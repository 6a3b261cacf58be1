// The one database: its tables, and the versions it went through (append only, see CONTRIBUTING).
import { Dexie, type EntityTable } from 'dexie';
import type { Backup } from '../model/backup';
import type { Contact } from '../model/contact';
import type { CustomField } from '../model/custom-field';
import type { DistinctPair } from '../model/distinct-pair';
import type { TimelineEvent } from '../model/event';
import type { FollowUp } from '../model/follow-up';
import type { Forgotten } from '../model/forgotten';
import type { Identity } from '../model/identity';
import type { ImportJob } from '../model/import-job';
import type { JournalEntry } from '../model/journal';
import type { Rejection } from '../model/rejection';
import type { Reply } from '../model/reply';
import type { SavedView } from '../model/saved-view';

/** Words of a contact for search, and the key of the name; derived, never of people in the trash. */
export type SearchRow = { contactId: string; words: string[]; sort: string; nameKey?: string };
/** A mail domain that occurs among the identities, with what look-alikes of it are found by; derived. */
export type DomainRow = { domain: string; skeleton: string; near: string[] };
/**
 * `settings`: what the user decided. `recent`: ids of people lately on screen. `sentinel`: see `lib/platform`.
 * `underived`: there while derived rows wait to be written anew. `salt`: see `lib/db/forgotten`. `backup`: where backups go,
 * see `lib/db/backups`.
 */
export type SettingsRow = {
  key: 'settings' | 'recent' | 'sentinel' | 'underived' | 'salt' | 'backup';
  value: unknown;
};

export type Database = Dexie & {
  contacts: EntityTable<Contact, 'id'>;
  identities: EntityTable<Identity, 'key'>;
  events: EntityTable<TimelineEvent, 'id'>;
  followUps: EntityTable<FollowUp, 'id'>;
  fields: EntityTable<CustomField, 'id'>;
  replies: EntityTable<Reply, 'id'>;
  rejections: EntityTable<Rejection, 'id'>;
  distinct: EntityTable<DistinctPair, 'id'>;
  savedViews: EntityTable<SavedView, 'id'>;
  forgotten: EntityTable<Forgotten, 'print'>;
  backups: EntityTable<Backup, 'id'>;
  imports: EntityTable<ImportJob, 'id'>;
  settings: EntityTable<SettingsRow, 'key'>;
  journal: EntityTable<JournalEntry, 'id'>;
  search: EntityTable<SearchRow, 'contactId'>;
  domains: EntityTable<DomainRow, 'domain'>;
};

export const databaseName = 'regulars';

/** The data were written by a later version of Regulars, whose rows this one could spoil. */
export class NewerDataError extends Error {
  constructor() {
    super('Your data was written by a newer Regulars. This one changes nothing in it; update Regulars.');
    this.name = 'NewerDataError';
  }
}

type Opening = {
  /** Whether what a later version wrote may be opened: only by what reads. */
  newer?: 'refuse' | 'read';
  durability?: 'strict' | 'relaxed';
};

/**
 * Gives the database, not yet opened: Dexie opens it at the first query, which throws `NewerDataError` where a later
 * version wrote it. User edits are flushed before they are acknowledged (`strict`), since a lost edit costs more than
 * its milliseconds.
 */
export function openDatabase(
  name = databaseName,
  { newer = 'refuse', durability = 'strict' }: Opening = {},
): Database {
  const db = new Dexie(name, { chromeTransactionDurability: durability }) as Database;
  db.version(1).stores({
    contacts: 'id, deletedAt',
    identities: 'key, contactId, skeleton',
    events: 'id, [contactId+at], openFor',
    followUps: 'id, contactId, [done+dueAt]',
    fields: 'id',
    replies: 'id',
    rejections: 'id, contactId',
    settings: 'key',
    journal: 'id, at, *contactIds',
    search: 'contactId, *words, sort',
    domains: 'domain, skeleton',
  });
  // Only says that derived rows are to be written anew, which happens in portions: an upgrade is one transaction, and a
  // background that is stopped in it would never get through.
  db.version(2)
    .stores({ search: 'contactId, *words, sort, nameKey', domains: 'domain, skeleton, *near' })
    .upgrade(async transaction => {
      await transaction.table('settings').put({ key: 'underived', value: true });
    });
  db.version(3).stores({
    contacts: 'id, deletedAt, merged.into',
    journal: 'id, at, *contactIds, batch',
    distinct: 'id, first, second',
    savedViews: 'id',
    forgotten: 'print',
    backups: 'id, at',
    imports: 'id',
  });
  refuseNewer(db, newer);
  return db;
}

/** Dexie opens what a later version wrote and goes on; each open is stopped here instead, before the first query. */
function refuseNewer(db: Database, newer: 'refuse' | 'read'): void {
  const known = db.verno;
  const check = () => {
    // Dexie stores its version times ten.
    const stored = Math.floor(db.backendDB().version / 10);
    if (newer === 'refuse' && stored > known) throw new NewerDataError();
  };
  db.on('ready', check, true);
}
