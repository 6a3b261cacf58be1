// The one database: its tables, and the versions it went through (append only, see CONTRIBUTING).
import { Dexie, type EntityTable } from 'dexie';
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
 * `underived`: there while derived rows wait to be written anew. `salt`: see `lib/db/forgotten`.
 */
export type SettingsRow = { key: 'settings' | 'recent' | 'sentinel' | 'underived' | 'salt'; value: unknown };

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
  imports: EntityTable<ImportJob, 'id'>;
  settings: EntityTable<SettingsRow, 'key'>;
  journal: EntityTable<JournalEntry, 'id'>;
  search: EntityTable<SearchRow, 'contactId'>;
  domains: EntityTable<DomainRow, 'domain'>;
};

export const databaseName = 'regulars';

/**
 * Gives the database, not yet opened: Dexie opens it at the first query.
 * User edits are flushed before they are acknowledged (`strict`), since a lost edit costs more than its milliseconds.
 */
export function openDatabase(name = databaseName): Database {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
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
    imports: 'id',
  });
  return db;
}
