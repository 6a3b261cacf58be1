// Tables for tests: from text, from bytes, and endless ones that are made while they are read.

import { type PersonDraft, personDraftSchema, type ReadPerson } from '../../../lib/model/person-draft';
import type { Mapping } from '../../../lib/transfer/csv/mapping';
import { inspectCsv, readCsv } from '../../../lib/transfer/csv/read';
import type { Readable } from '../../../lib/transfer/csv/text';

export const file = (...parts: BlobPart[]) => new Blob(parts);

/** A file of the size that its pieces sum up to, made piece by piece; says how many bytes were asked for. */
export function madeOf(pieces: () => Iterable<string>, size = 0): Readable & { asked: () => number } {
  let asked = 0;
  const encoder = new TextEncoder();
  return {
    size,
    stream: () => {
      const rest = pieces()[Symbol.iterator]();
      return new ReadableStream(
        {
          pull(controller) {
            const { done, value } = rest.next();
            if (done) return controller.close();
            const bytes = encoder.encode(value);
            asked += bytes.length;
            controller.enqueue(bytes);
          },
        },
        { highWaterMark: 0 },
      );
    },
    asked: () => asked,
  };
}

export type Drafted = Extract<ReadPerson, { draft: PersonDraft }>;

/** Everything a file gives under the proposed mapping; each draft is one that the model allows. */
export async function readAll(source: Readable, change: Partial<Mapping> = {}): Promise<ReadPerson[]> {
  const { mapping } = await inspectCsv(source);
  const people: ReadPerson[] = [];
  for await (const person of readCsv(source, { mapping: { ...mapping, ...change } })) {
    if ('draft' in person) personDraftSchema.parse(person.draft);
    people.push(person);
  }
  return people;
}

/** The drafts of a table given as text, without their places. */
export async function draftsOf(text: string, change: Partial<Mapping> = {}) {
  const people = await readAll(file(text), change);
  return people.flatMap(person => ('draft' in person ? [person.draft] : []));
}

/** The only person of a table. */
export async function personIn(text: string, change: Partial<Mapping> = {}): Promise<Drafted> {
  const [person, ...others] = await readAll(file(text), change);
  if (!person || !('draft' in person) || others.length > 0)
    throw new Error(JSON.stringify([person, ...others]));
  return person;
}

export const emails = (draft: PersonDraft) =>
  draft.identities.filter(({ kind }) => kind === 'email').map(({ value }) => value);
export const fieldOf = (draft: PersonDraft, name: string) =>
  draft.fields.find(field => field.name === name)?.value;
