// User tags of Reddit Enhancement Suite: what its backup says of accounts, in the form of today and in the one before.
import { z } from 'zod';
import type { PersonDraft, ReadPerson } from '../../model/person-draft';
import { addressOf, parseJson, toPerson } from './person';

const largestFile = 20 * 1024 * 1024;
const mostPeople = 50_000;

const text = z.string().optional().catch(undefined);
const count = z.number().finite().optional().catch(undefined);
const tagSchema = z.object({
  text,
  /** What `text` was called before. */
  tag: text,
  color: text,
  link: text,
  ignore: z.boolean().optional().catch(undefined),
  ignored: z.boolean().optional().catch(undefined),
  votesUp: count,
  votesDown: count,
  /** Ups less downs, before both were counted. */
  votes: count,
});
type Tag = z.infer<typeof tagSchema>;

const storeSchema = z.record(z.string(), z.unknown());
const backupSchema = z.object({ data: storeSchema });
const before = 'RESmodules.userTagger.tags';

/** Reads a backup. Throws a sentence when it is none, or has no tags. */
export function readResTags(file: string): ReadPerson[] {
  const json = parseJson(file, largestFile);
  const store = backupSchema.safeParse(json).data?.data ?? storeSchema.safeParse(json).data;
  const tags = store ? tagsIn(store) : [];
  if (tags.length === 0) throw new Error('In this file no account is tagged: it is no backup of RES.');
  if (tags.length > mostPeople) throw new Error(`This file has more than ${mostPeople} tagged accounts.`);
  return tags.map(([name, value], index) => readTag(index + 1, name, value));
}

function tagsIn(store: Record<string, unknown>): [string, unknown][] {
  const single = Object.entries(store).flatMap(([key, value]): [string, unknown][] =>
    key.startsWith('tag.') ? [[key.slice('tag.'.length), parsed(value)]] : [],
  );
  const together = storeSchema.safeParse(parsed(store[before] ?? store.tags)).data ?? {};
  return [...single, ...Object.entries(together)];
}

/** Older backups keep values as texts with JSON in them. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function readTag(place: number, name: string, value: unknown): ReadPerson {
  const tag = tagSchema.safeParse(value).data;
  if (!tag) return { place, refused: `What is said of “${name.slice(0, 40)}” can’t be read.` };
  const said = (tag.text ?? tag.tag ?? '').replace(/\s+/g, ' ').trim();
  const isTag = said !== '' && said.length <= 40;
  const isIgnored = tag.ignore || tag.ignored || said.toLowerCase() === 'ignore';
  const isBare = said === '' && !isIgnored;
  if (isBare && !votesOf(tag))
    return { place, refused: `“${name.slice(0, 40)}” has neither a tag nor votes.` };
  return toPerson({
    place,
    name,
    tags: [...(isTag ? [said] : []), ...(isIgnored && said.toLowerCase() !== 'ignore' ? ['ignore'] : [])],
    notes: said !== '' && !isTag ? [{ text: said }] : [],
    fields: fieldsOf(tag),
    remarks: said !== '' && !isTag ? ['The tag is longer than 40 characters: it is a note.'] : [],
  });
}

function votesOf({ votesUp = 0, votesDown = 0, votes }: Tag): string {
  if (votesUp !== 0 || votesDown !== 0) return `+${votesUp} −${votesDown}`;
  return votes ? String(votes).replace('-', '−') : '';
}

function fieldsOf(tag: Tag): PersonDraft['fields'] {
  const link = addressOf(tag.link ?? '');
  const fields = {
    'Reddit link': link ?? '',
    'Reddit votes': votesOf(tag),
    'Tag colour': tag.color && tag.color !== 'none' ? tag.color.slice(0, 40) : '',
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]));
}
