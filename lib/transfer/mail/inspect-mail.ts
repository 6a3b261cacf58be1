// A look at an archive before anything is imported: folders, time, people, and who the user probably is.
import { emailKey } from '../../identity/email';
import { type FolderRole, folderRole } from './folders';
import { FOLDERS_LIMIT } from './limits';
import type { MailFile } from './mail-file';
import { ownKeys } from './own-addresses';
import { PeopleTally } from './people-tally';
import { type MailCounts, type MailOptions, readHeaders } from './read-mail';
import type { MailRecord } from './record';

export type MailSummary = {
  counts: MailCounts;
  /** The largest first. */
  folders: { name: string; mails: number; role?: FolderRole }[];
  /** Of the dated mails, ms. */
  range?: { first: number; last: number };
  /** Addresses that are probably the user's, the likeliest first; those that are known as own are not among them. */
  ownCandidates: { address: string; sent: number; delivered: number }[];
  /** How many people there are beside the own addresses that were known. */
  people: number;
  /** The first refusals, each with its place. */
  refused: { place: number; refused: string }[];
  /** What is not in the summary, as sentences. */
  remarks: string[];
};

const MOST_REFUSALS = 300;
const MOST_CANDIDATES = 10;

/** Reads the archive once, headers only. Holds counts, no mails. */
export async function inspectMail(
  files: MailFile | readonly MailFile[],
  options: MailOptions,
): Promise<MailSummary> {
  const own = ownKeys(options.own).all;
  const tally = new PeopleTally(own);
  const folders = new Counter(FOLDERS_LIMIT);
  const candidates = new OwnCandidates(own);
  const refused: MailSummary['refused'] = [];
  let range: MailSummary['range'];
  const mails = readHeaders(files, options);
  for (;;) {
    const { done, value } = await mails.next();
    if (done) {
      const remarks = remarksOf(tally, folders);
      return {
        counts: value,
        folders: folders.list().map(([name, count]) => {
          const role = folderRole(name);
          return { name, mails: count, ...(role && { role }) };
        }),
        ...(range && { range }),
        ownCandidates: candidates.list(),
        people: tally.size,
        refused,
        remarks,
      };
    }
    if ('refused' in value) {
      if (refused.length < MOST_REFUSALS) refused.push(value);
      continue;
    }
    const { mail } = value;
    for (const folder of mail.folders) folders.add(folder);
    candidates.add(mail);
    tally.add(mail);
    const { at } = mail;
    if (at !== undefined)
      range = { first: Math.min(range?.first ?? at, at), last: Math.max(range?.last ?? at, at) };
  }
}

function remarksOf(tally: PeopleTally, folders: Counter): string[] {
  return [
    ...tally.remarks(),
    ...(folders.beyond > 0
      ? [`There are more than ${FOLDERS_LIMIT} folders; the rest was not counted.`]
      : []),
  ];
}

/** How often each of at most `limit` names came. */
class Counter {
  beyond = 0;
  private readonly counts = new Map<string, number>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(name: string): void {
    const count = this.counts.get(name);
    if (count === undefined && this.counts.size >= this.limit) this.beyond++;
    else this.counts.set(name, (count ?? 0) + 1);
  }

  get(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  /** The most frequent first. */
  list(): [string, number][] {
    return [...this.counts].sort(([, a], [, b]) => b - a);
  }
}

/** Whoever wrote what lies in a folder of sent mails, and to whom the mails were delivered. */
class OwnCandidates {
  private readonly sent = new Counter(1000);
  private readonly delivered = new Counter(1000);
  private readonly own: ReadonlySet<string>;

  constructor(own: ReadonlySet<string>) {
    this.own = own;
  }

  add({ folders, from, deliveredTo }: MailRecord): void {
    const isSent = folders.some(folder => folderRole(folder) === 'sent');
    for (const [counter, address] of [
      [this.sent, isSent ? from.address : undefined],
      [this.delivered, deliveredTo],
    ] as const) {
      const key = address && emailKey(address);
      if (key && !this.own.has(key)) counter.add(key);
    }
  }

  list(): MailSummary['ownCandidates'] {
    const keys = new Set([...this.sent.list(), ...this.delivered.list()].map(([key]) => key));
    return [...keys]
      .map(key => ({
        address: key.replace(/^email:/, ''),
        sent: this.sent.get(key),
        delivered: this.delivered.get(key),
      }))
      .sort((a, b) => b.sent - a.sent || b.delivered - a.delivered)
      .slice(0, MOST_CANDIDATES);
  }
}
