// One person of a pasted text: the parts that are theirs, and the finding that they make.
import type { Finding, Found as Value } from '../finding';
import { isSharedMail, mailFitsName } from '../mail-name';
import { mayBeRole } from '../role';
import { distinct } from '../values';
import type { Part } from './part';

export type Person = {
  parts: Part[];
  /** The paragraph that it begins in. */
  paragraph: number;
  /** The line under the name: a role or a company, which only the rest can tell. */
  unclear?: string;
};

/** Whether anything of these fields is known. */
export const has = (person: Person | undefined, ...fields: Part['field'][]): boolean =>
  person?.parts.some(({ field }) => fields.includes(field)) === true;

/** The letters of the first label of each domain, without `www`. */
export const domainsOf = (parts: Part[]): string[] =>
  parts
    .filter(({ field }) => field === 'email' || field === 'link')
    .map(({ value }) => value.replace(/^.*@|^https?:\/\/(?:www\.)?/i, '').split('.')[0] ?? '')
    .map(lettersOf);

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** True where a domain is written like the name. */
export function isDomainOf(domain: string, name: string): boolean {
  const letters = lettersOf(name);
  return letters.length >= 4 && (domain === letters || (domain.length >= 5 && letters.startsWith(domain)));
}

const order: Value['field'][] = ['name', 'title', 'company', 'email', 'phone', 'link', 'location'];

/** The person as a finding; undefined parts are left out, and without a name or an address there is none. */
export function findingOf(person: Person): Finding[] {
  const parts = clarified(person);
  const [name] = parts.filter(({ field }) => field === 'name');
  const mails = parts.filter(({ field }) => field === 'email');
  const own = mails.filter(({ value }) => !isSharedMail(value) || (name && mailFitsName(value, name.value)));
  const kept = parts.filter(part => part.field !== 'email' || own.includes(part) || own.length === 0);
  if (!name && mails.length === 0) return [];
  const values = order.flatMap(field => {
    const same = kept.flatMap((part): Value[] =>
      part.field === field
        ? [{ field, value: part.value, from: 'selection', ...(part.guessed && { guessed: true }) }]
        : [],
    );
    if (field === 'location' && same.length > 1) return [joined(same)];
    return field === 'name' || field === 'company' ? same.slice(0, 1) : same;
  });
  return [{ about: 'person', values: distinct(values) }];
}

/** What stands under a name is the company where the domain says so, and the role where the company stands elsewhere. */
function clarified(person: Person): Part[] {
  const { parts, unclear } = person;
  if (!unclear) return parts;
  const isCompany = domainsOf(parts).some(domain => isDomainOf(domain, unclear));
  if (isCompany && !has(person, 'company')) return [...parts, { field: 'company', value: unclear }];
  const isTitle =
    (has(person, 'company') || /\s\p{Ll}{4,}/u.test(unclear)) && !has(person, 'title') && mayBeRole(unclear);
  return isTitle ? [...parts, { field: 'title', value: unclear }] : parts;
}

/** The lines of one address. */
const joined = (lines: Value[]): Value => ({
  field: 'location',
  from: 'selection',
  value: [...new Set(lines.map(({ value }) => value))].join(', ').slice(0, 300),
});
