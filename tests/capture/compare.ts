// Comparing what was read of a page with what a careful person saw, value by value.

import type { Found } from '../../lib/capture/finding';
import { nameWords, sameName } from '../../lib/identity/names';
import { type CaptureField, captureFields } from '../../lib/model/capture-terms';
import type { Counts } from '../sites/record';
import type { ExpectedPerson } from './load-page';

export type FieldCounts = Record<CaptureField, Counts>;
/** One value that is not as expected. */
export type Mistake = { kind: 'wrong' | 'missed'; field: CaptureField; value: string; who: string };

const lists = { email: 'emails', phone: 'phones', link: 'links' } as const;
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What is put before a name out of courtesy. */
const courtesy = /^(?:M|Mme|Mlle|Mr|Mrs|Ms|Herr|Frau|Sr|Sra|D|Dña)\.?\s+/u;

/** Values as they are compared: letters of names in any case, links with or without a last slash. */
function key(field: CaptureField, value: string): string {
  if (field === 'email') return value.toLowerCase();
  if (field === 'phone') return value;
  if (field === 'link')
    return value
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/(?=$|[?#])/, '')
      .toLowerCase();
  const text =
    field === 'name'
      ? plain(value)
          .replace(courtesy, '')
          .replace(/(?<=\p{sc=Han})\s(?=\p{sc=Han})/gu, '')
      : plain(value);
  return nameWords(text).join(' ') || text.toLowerCase();
}

export const wantedOf = (person: ExpectedPerson, field: CaptureField): string[] => {
  if (field === 'email' || field === 'phone' || field === 'link') return person[lists[field]] ?? [];
  const first = person[field];
  return [...(first ? [first] : []), ...(person.also?.[field] ?? [])];
};
const seenOf = (values: Found[], field: CaptureField) =>
  values.filter(one => one.field === field).map(({ value }) => value);

export const noCounts = (): FieldCounts => {
  const none = () => ({ right: 0, wrong: 0, missed: 0 });
  return {
    name: none(),
    title: none(),
    company: none(),
    email: none(),
    phone: none(),
    link: none(),
    location: none(),
  };
};

/** Whose finding is whose: by a common address, else by the name. */
function pair(
  seen: Found[][],
  wanted: ExpectedPerson[],
): [Found[] | undefined, ExpectedPerson | undefined][] {
  const left = [...seen];
  const take = (fits: (values: Found[]) => boolean) => {
    const at = left.findIndex(fits);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const byName = wanted.map(person =>
    take(values =>
      seenOf(values, 'name').some(
        name => sameName(name, person.name ?? '') || key('name', name) === key('name', person.name ?? ''),
      ),
    ),
  );
  const all = wanted.map(
    (person, at) =>
      byName[at] ??
      take(values => (person.emails ?? []).some(mail => seenOf(values, 'email').includes(mail))),
  );
  return [
    ...wanted.map((person, at): [Found[] | undefined, ExpectedPerson] => [all[at], person]),
    ...left.map((values): [Found[], undefined] => [values, undefined]),
  ];
}

/** Counts every value of a page's people; what is not right stands in `mistakes` as well. */
export function compare(
  seen: Found[][],
  wanted: ExpectedPerson[],
  counts: FieldCounts,
  mistakes: Mistake[],
): void {
  for (const [values = [], person = {}] of pair(seen, wanted)) {
    for (const field of captureFields) {
      const left = wantedOf(person, field);
      const who = person.name ?? seenOf(values, 'name')[0] ?? '';
      for (const value of seenOf(values, field)) {
        const at = left.findIndex(
          one => key(field, one) === key(field, value) || (field === 'name' && sameName(one, value)),
        );
        if (at === -1) {
          counts[field].wrong++;
          mistakes.push({ kind: 'wrong', field, value, who });
        } else {
          left.splice(at, 1);
          counts[field].right++;
        }
      }
      for (const value of left) {
        counts[field].missed++;
        mistakes.push({ kind: 'missed', field, value, who });
      }
    }
  }
}
