// People as importers give them, for tests.
import type { PersonDraft, ReadPerson } from '../../lib/model/person-draft';

export const draft = (place: number, person: Partial<PersonDraft> = {}): PersonDraft => ({
  place,
  identities: [],
  tags: [],
  notes: [],
  fields: [],
  ...person,
});

export const person = (place: number, given: Partial<PersonDraft> = {}): ReadPerson => ({
  draft: draft(place, given),
  remarks: [],
});

export const email = (value: string) => ({ kind: 'email' as const, value });

export async function* file(people: readonly ReadPerson[]): AsyncGenerator<ReadPerson> {
  yield* people;
}
