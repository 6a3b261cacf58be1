// Usernotes of Moderator Toolbox: the wiki page `usernotes` of a subreddit, in versions 4 to 6 of its form.
import { z } from 'zod';
import type { PersonDraft, ReadPerson } from '../../model/person-draft';
import { bytesOf, inflateText } from './inflate';
import { addressOf, parseJson, toPerson } from './person';

const largestFile = 20 * 1024 * 1024;
const mostPeople = 50_000;

const names = z.array(z.string().max(100).nullable()).max(5000);
const noteSchema = z.object({
  /** The text. */
  n: z.string().catch(''),
  /** Seconds since 1970, or milliseconds in version 4. */
  t: z.number().finite().optional().catch(undefined),
  /** Places in the lists of moderators and of kinds. */
  m: z.number().int().optional().catch(undefined),
  w: z.number().int().optional().catch(undefined),
  l: z.string().optional().catch(undefined),
});
const userSchema = z.object({ ns: z.array(z.unknown()) });
const usersSchema = z.record(z.string(), z.unknown());
const pageSchema = z.object({
  ver: z.number(),
  constants: z.object({ users: names.catch([]), warnings: names.catch([]) }),
  blob: z.string().optional(),
  users: usersSchema.optional(),
});
type Page = z.infer<typeof pageSchema>;
/** What Reddit gives at `/r/…/wiki/usernotes.json`: the page is a text in it. */
const wikiSchema = z.object({ data: z.object({ content_md: z.string() }) });

/** Kinds of notes that Toolbox brings along, as it calls them on screen. */
const kindNames: Record<string, string> = {
  gooduser: 'Good contributor',
  spamwatch: 'Spam watch',
  spamwarn: 'Spam warning',
  abusewarn: 'Abuse warning',
  ban: 'Ban',
  permban: 'Permanent ban',
  botban: 'Bot ban',
};

/** Reads such a page; `subreddit` is where it is from, which it does not say. Throws a sentence when it is none. */
export async function readUsernotes(file: string, subreddit?: string): Promise<ReadPerson[]> {
  const json = parseJson(file, largestFile);
  const wiki = wikiSchema.safeParse(json).data;
  const page = pageSchema.safeParse(wiki ? parseJson(wiki.data.content_md, largestFile) : json).data;
  if (!page) throw new Error('This is no page with usernotes.');
  if (page.ver < 4 || page.ver > 6) throw new Error(`Usernotes of version ${page.ver} can’t be read.`);
  const users = await usersOf(page);
  const rows = Object.entries(users);
  if (rows.length > mostPeople) throw new Error(`This page has notes on more than ${mostPeople} accounts.`);
  return rows.map(([name, value], index) => readUser(index + 1, name, value, page, subreddit));
}

async function usersOf({ blob, users }: Page): Promise<Record<string, unknown>> {
  const found = blob === undefined ? users : parseJson(await inflateText(bytesOf(blob)), largestFile);
  const parsed = usersSchema.safeParse(found).data;
  if (!parsed) throw new Error('The notes of this page can’t be read.');
  return parsed;
}

function readUser(place: number, name: string, value: unknown, page: Page, subreddit?: string): ReadPerson {
  const list = userSchema.safeParse(value).data?.ns;
  if (!list) return { place, refused: `The notes on “${name.slice(0, 40)}” can’t be read.` };
  const parsed = list.map(note => noteSchema.safeParse(note).data);
  const notes = parsed.flatMap(note => noteOf(note, page, subreddit) ?? []);
  const lost = list.length - notes.length;
  if (notes.length === 0) return { place, refused: `“${name.slice(0, 40)}” has no note that can be read.` };
  return toPerson({
    place,
    name,
    tags: [],
    notes: notes.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0)),
    fields: [],
    remarks: lost > 0 ? [`${lost} of ${list.length} notes can’t be read.`] : [],
  });
}

type Note = PersonDraft['notes'][number];

/** “Spam warning: the text (r/coffee, by mod_anna, https://…)”. */
function noteOf(
  note: z.infer<typeof noteSchema> | undefined,
  { ver, constants }: Page,
  subreddit: string | undefined,
): Note | undefined {
  const kind = constants.warnings[note?.w ?? -1] ?? '';
  const named = Object.hasOwn(kindNames, kind) ? (kindNames[kind] ?? kind) : kind === 'none' ? '' : kind;
  const said = [named, note?.n.trim()].filter(Boolean).join(': ');
  if (!note || said === '') return undefined;
  const moderator = constants.users[note.m ?? -1];
  const from = [subreddit && `r/${subreddit}`, moderator && `by ${moderator}`, linkOf(note.l)].filter(
    Boolean,
  );
  const at = note.t === undefined ? undefined : timeOf(ver === 4 ? note.t : note.t * 1000);
  const tail = from.length > 0 ? ` (${from.join(', ')})` : '';
  return { text: said + tail, ...(at !== undefined && { at }) };
}

/** Milliseconds since 1970 where that is a time of Reddit's life. */
function timeOf(time: number): number | undefined {
  const at = Math.round(time);
  return at > Date.UTC(2005, 0) && at < Date.UTC(2100, 0) ? at : undefined;
}

/** `l,POST,COMMENT` and `m,MESSAGE` are short for addresses. */
function linkOf(link = ''): string | undefined {
  const [, kind, id = '', comment] = /^([lm]),(\w{1,20})(?:,(\w{1,20}))?$/.exec(link) ?? [];
  if (kind === 'l') return `https://www.reddit.com/comments/${id}${comment ? `/_/${comment}` : ''}`;
  if (kind === 'm') return `https://www.reddit.com/message/messages/${id}`;
  return addressOf(link);
}
