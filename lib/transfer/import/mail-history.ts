// What was written with people who are here: the mails of an archive as events on their timelines, portion by portion.
import type { Database } from '../../db/database';
import { writeEvents } from '../../db/import/write-events';
import { ownerOf } from '../../db/merged';
import type { TimelineEvent } from '../../model/event';
import type { ImportJob } from '../../model/import-job';
import type { MailFile } from '../mail/mail-file';
import {
  contactsOf,
  type EventContext,
  eventsOf,
  isCorrespondent,
  type PeopleChoice,
} from '../mail/mail-people';
import type { PeopleTally } from '../mail/people-tally';
import { type MailOptions, readMail } from '../mail/read-mail';
import type { MailRecord } from '../mail/record';

/** `added`: events that were not here before. `bulk`, `undated`: mails of contacts that are on no timeline, and why. */
export type BroughtHistory = { added: number; bulk: number; undated: number };

/** Contacts by the keys of their addresses. */
type ContactsByKey = ReadonlyMap<string, string>;

type History = {
  job: ImportJob;
  files: MailFile | readonly MailFile[];
  options: MailOptions;
  choice: PeopleChoice & Pick<EventContext, 'site' | 'gmailAccount'>;
  contactOf: ContactsByKey;
};

/** Events of one transaction. */
const eventsAtOnce = 500;
const keysAtOnce = 1000;

/** Which of the people of an archive are contacts here. */
export async function contactsByKey(db: Database, tally: PeopleTally): Promise<ContactsByKey> {
  const contacts = new Map<string, string>();
  const keys = tally.keys();
  for (let at = 0; at < keys.length; at += keysAtOnce)
    for (const identity of await db.identities.bulkGet(keys.slice(at, at + keysAtOnce)))
      if (identity) contacts.set(identity.key, ownerOf(identity));
  return contacts;
}

/** How many mails of an archive are of people who are here, or would come with it. */
export async function mailsOfContacts(
  db: Database,
  tally: PeopleTally,
  choice: PeopleChoice,
): Promise<number> {
  const here = await contactsByKey(db, tally);
  return tally
    .list()
    .filter(person => here.has(person.key) || isCorrespondent(person, choice))
    .reduce((sum, { written, received, bulk }) => sum + written + received + (choice.withBulk ? bulk : 0), 0);
}

/** Reads the archive once more and writes its mails as events, as part of the job's batch; `brought` counts along. */
export async function bringHistory(
  db: Database,
  { job, files, options, choice, contactOf }: History,
  brought: BroughtHistory,
): Promise<void> {
  const context: EventContext = {
    contactOf: key => contactOf.get(key),
    site: choice.site,
    ...(choice.gmailAccount && { gmailAccount: choice.gmailAccount }),
    now: job.at,
  };
  const isWanted = (mail: MailRecord) => isOnTimeline(mail, context, choice, brought);
  // Behind the entries of people, so that a batch taken back from its end ends with them.
  let number = await db.journal.where('batch').equals(job.id).count();
  let portion: TimelineEvent[] = [];
  const write = async () => {
    const id = `${job.id}-h${String(number++).padStart(6, '0')}`;
    brought.added += await writeEvents(db, { id, batch: job.id, at: job.at }, portion);
    portion = [];
  };
  for await (const read of readMail(files, { ...options, isWanted })) {
    // What is refused was told when people were read.
    if ('refused' in read) continue;
    portion.push(...(await eventsOf(read.mail, context)));
    if (portion.length >= eventsAtOnce) await write();
  }
  if (portion.length > 0) await write();
}

function isOnTimeline(
  mail: MailRecord,
  { contactOf }: EventContext,
  { withBulk }: PeopleChoice,
  brought: BroughtHistory,
): boolean {
  if (contactsOf(mail, contactOf).length === 0) return false;
  if (mail.isBulk && !withBulk) brought.bulk++;
  else if (mail.at === undefined) brought.undated++;
  else return true;
  return false;
}
