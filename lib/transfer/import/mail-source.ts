// People and what was written with them, out of mail archives: a look at it, what it would change, and the import.
import type { Database } from '../../db/database';
import { readSettings } from '../../db/settings';
import type { ImportJob } from '../../model/import-job';
import type { ReadPerson } from '../../model/person-draft';
import { inspectMail, type MailSummary } from '../mail/inspect-mail';
import type { MailFile } from '../mail/mail-file';
import { draftsOf, type PeopleChoice } from '../mail/mail-people';
import { ownKeys } from '../mail/own-addresses';
import { PeopleTally } from '../mail/people-tally';
import { type MailOptions, readHeaders } from '../mail/read-mail';
import { type DryRun, dryRun } from './dry-run';
import { type BroughtHistory, bringHistory, contactsByKey, mailsOfContacts } from './mail-history';
import { type Decisions, type Ran, runImport } from './run-import';

/** What is to be read of an archive, and for whom. */
export type MailChoice = PeopleChoice & {
  /** Names of folders or labels; all without it. */
  folders?: string[];
  /** Only mails of this time (ms) or later. */
  since?: number;
  /** Addresses of the user beside those in the settings. */
  own: string[];
  /** Whether mails go on the timelines of people who are here or come along. */
  withHistory: boolean;
  /** The adapter of the webmail where these mails are read too; `email` without one. Google's archives are Gmail's. */
  site: string;
  /** The number that Gmail's address has for the account, as in `/u/1/`. */
  gmailAccount?: string;
};

export type MailDryRun = DryRun & {
  /** How many mails would go on timelines, if none of them is there yet. */
  history: number;
  /** What was not counted, as sentences. */
  beyond: string[];
};
export type MailRan = Ran & { history: BroughtHistory };

type Files = MailFile | readonly MailFile[];
/** Hears how many bytes are read: of all files once for a look, twice for an import with history. */
type Tell = (bytes: number) => void;

/** What is in an archive, before anything is decided. */
export async function lookIntoMail(
  db: Database,
  files: Files,
  tell: Tell,
  signal: AbortSignal,
): Promise<MailSummary> {
  const { me } = await readSettings(db);
  return inspectMail(files, { own: me, signal, tell: inSteps(tell) });
}

/** What an import of an archive would do; writes nothing. */
export async function dryRunMail(
  db: Database,
  files: Files,
  choice: MailChoice,
  tell: Tell,
  signal: AbortSignal,
): Promise<MailDryRun> {
  const options = await optionsFor(db, choice, tell, signal);
  const tally = new PeopleTally(ownKeys(options.own).all);
  const people = peopleIn(files, options, tally, choice);
  const run = await dryRun(db, people, () => undefined, signal);
  const history = choice.withHistory ? await mailsOfContacts(db, tally, choice) : 0;
  return { ...run, history, beyond: tally.remarks() };
}

/** Brings people in, then what was written with them; one batch, which is taken back as one. */
export async function bringMail(
  db: Database,
  {
    job,
    files,
    choice,
    decisions,
  }: { job: ImportJob; files: Files; choice: MailChoice; decisions: Decisions },
  tell: Tell,
  signal: AbortSignal,
): Promise<MailRan> {
  const options = await optionsFor(db, choice, tell, signal);
  const tally = new PeopleTally(ownKeys(options.own).all);
  const history: BroughtHistory = { added: 0, bulk: 0, undated: 0 };
  let before = 0;
  const again = { ...options, tell: (bytes: number) => options.tell(before + bytes) };
  const write = async () => {
    if (!choice.withHistory) return;
    for (const file of 'stream' in files ? [files] : files) before += file.size;
    const contactOf = await contactsByKey(db, tally);
    await bringHistory(db, { job, files, options: again, choice, contactOf }, history);
  };
  const people = peopleIn(files, options, tally, choice);
  const ran = await runImport(db, job, people, decisions, () => undefined, signal, write);
  return { ...ran, history };
}

/** Refused mails as they are met, then the people, whom `tally` holds: the same in the same order each time. */
async function* peopleIn(
  files: Files,
  options: MailOptions,
  tally: PeopleTally,
  choice: PeopleChoice,
): AsyncGenerator<ReadPerson> {
  for await (const read of readHeaders(files, options)) {
    if ('refused' in read) yield read;
    else tally.add(read.mail);
  }
  for (const draft of draftsOf(tally.list(), choice)) yield { draft, remarks: [] };
}

async function optionsFor(db: Database, choice: MailChoice, tell: Tell, signal: AbortSignal) {
  const { folders, since, own } = choice;
  const { addresses, sharedMailboxes } = (await readSettings(db)).me;
  return {
    own: { addresses: [...addresses, ...own], sharedMailboxes },
    signal,
    tell: inSteps(tell),
    ...(folders && { folders: new Set(folders) }),
    ...(since !== undefined && { since }),
  };
}

const stepBytes = 4 * 1024 * 1024;

/** Tells no more often than anybody can see. */
function inSteps(tell: Tell): Tell {
  let told = 0;
  return bytes => {
    if (bytes - told < stepBytes) return;
    told = bytes;
    tell(bytes);
  };
}
