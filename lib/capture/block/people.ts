// From the lines of a pasted text to people: who is named, and what belongs to whom.
import type { Finding, Found as Value } from '../finding';
import type { Label } from '../labels';
import { isSharedMail, mailFitsName } from '../mail-name';
import { mayBeRole } from '../role';
import { distinct } from '../values';
import { type Line, readLine } from './line';
import type { OwnLines } from './own-lines';
import type { Part } from './part';

type Person = {
  parts: Part[];
  /** The paragraph that it begins in. */
  paragraph: number;
  /** The line under the name: a role or a company, which only the rest can tell. */
  unclear?: string;
};

type Found = {
  people: Person[];
  /** What stood before anybody was named. */
  waiting: Part[];
  isSigned: boolean;
};

const has = (person: Person | undefined, ...fields: Part['field'][]): boolean =>
  person?.parts.some(({ field }) => fields.includes(field)) === true;

/** Everybody that the lines name, in their order. */
export function peopleIn({ paragraphs, isSigned }: OwnLines, country: string | undefined): Finding[] {
  const found: Found = { people: [], waiting: [], isSigned };
  for (const [paragraph, texts] of paragraphs.entries()) {
    const lines = readLines(texts, country);
    if (isList(lines)) addList(lines, found.people, paragraph);
    else addBlock(lines, found, paragraph);
    // A letterhead says the company of whom it stands above, and nothing else of them.
    found.waiting =
      found.people.length === 0
        ? found.waiting.filter(({ field }) => field === 'company' || field === 'email')
        : [];
  }
  const [mail, ...others] = found.waiting.filter(({ field }) => field === 'email');
  if (mail && others.length === 0) found.people.push({ parts: found.waiting, paragraph: 0 });
  return found.people.flatMap(findingOf);
}

function readLines(texts: string[], country: string | undefined): Line[] {
  let label: Label | undefined;
  return texts.map(text => {
    const line = readLine(text, country, label);
    label = line.label;
    return line;
  });
}

const nameIn = ({ parts }: Line): boolean => parts.some(({ field }) => field === 'name');

/** Most lines name somebody, and say more of them or are many. */
function isList(lines: Line[]): boolean {
  const named = lines.filter(nameIn);
  if (named.length < 2 || named.length < lines.length * 0.6) return false;
  const rich = named.filter(({ parts }) => parts.length > 1);
  return rich.length >= named.length / 2 || named.length >= 3 || named.every(({ isItem }) => isItem);
}

/** One person a line. In a column without words of roles, what most others call a role is one. */
function addList(lines: Line[], people: Person[], paragraph: number): void {
  const second = lines.map(({ parts }) => parts[1]?.field).filter(field => field !== undefined);
  const titles = second.filter(field => field === 'title').length;
  for (const line of lines) {
    const parts = line.parts.map(
      (part, at): Part =>
        part.field === 'text' && at === 1 && line.parts.length > 2 && titles > second.length / 2
          ? { ...part, field: 'title' }
          : part,
    );
    const names = parts.filter(({ field }) => field === 'name');
    const person: Person = { parts: [], paragraph };
    for (const part of parts)
      addPart(part, person, names.length > 1 && part !== names[0] && part.unsure === true);
    if (names.length > 0 || has(person, 'email')) people.push(person);
    else if (people.length > 0 && !line.isItem) people.at(-1)?.parts.push(...person.parts);
  }
}

/** One person after the other, each from its name on; what stands before the first name is theirs too. */
function addBlock(lines: Line[], found: Found, paragraph: number): void {
  const { people, isSigned } = found;
  for (const [at, line] of lines.entries()) {
    let current = people.at(-1);
    if (begins(line, current, lines.slice(at + 1), paragraph, isSigned)) {
      current = { parts: [], paragraph };
      for (const part of found.waiting) addPart(part, current, false);
      found.waiting = [];
      people.push(current);
    }
    if (!current || !(current.paragraph === paragraph || isSigned || continues(lines, current, people))) {
      found.waiting.push(...line.parts);
    } else if (!isOfSomebodyElse(line, current, isSigned)) {
      addLine(line, current);
    }
  }
}

/** "Managing director: Jonas Weber" at the foot of a signature. */
const isOfSomebodyElse = ({ parts }: Line, current: Person, isSigned: boolean): boolean =>
  isSigned &&
  parts.length > 1 &&
  has(current, 'name') &&
  parts.some(part => part.field === 'name' && !sameAsBefore(part, current));

function addLine({ parts }: Line, current: Person): void {
  const [only, ...more] = parts;
  const isUnderName = current.parts.at(-1)?.field === 'name';
  if (only?.field === 'text' && more.length === 0 && isUnderName && !current.unclear) {
    current.unclear = only.value;
    return;
  }
  for (const part of parts) addPart(part, current, has(current, 'name') && part.field === 'name');
}

/** A paragraph that names nobody goes on about the person before it. */
const continues = (lines: Line[], current: Person, people: Person[]): boolean =>
  !lines.some(nameIn) && people.filter(({ paragraph }) => paragraph === current.paragraph).length === 1;

/** Whether a line begins with the next person. */
function begins(
  line: Line,
  current: Person | undefined,
  next: Line[],
  paragraph: number,
  isSigned: boolean,
): boolean {
  const [name] = line.parts.filter(({ field }) => field === 'name');
  if (!name) return false;
  if (!current || !has(current, 'name'))
    return !current || current.paragraph !== paragraph || !has(current, 'name');
  if (sameAsBefore(name, current)) return false;
  if (line.isItem) return true;
  const first = line.parts[0]?.field;
  if (first !== 'name' && first !== 'title') return false;
  if (isCompanyLine(name, current, line, next)) return false;
  if (isSigned) return false;
  return current.paragraph !== paragraph || has(current, 'email', 'phone', 'link') || !name.unsure;
}

const sameAsBefore = (name: Part, { parts }: Person): boolean =>
  parts.some(({ field, value }) => field === 'name' && value === name.value);

/** Under a person without a company, what looks like a name may be the company: its address follows, or its domain is it. */
function isCompanyLine(name: Part, current: Person, line: Line, next: Line[]): boolean {
  if (!name.unsure || has(current, 'company') || line.parts.length > 1) return false;
  const joined = lettersOf(name.value);
  const domains = domainsOf([...current.parts, ...next.flatMap(({ parts }) => parts)]);
  if (domains.some(domain => domain.startsWith(joined))) return true;
  const [after] = next;
  const isFollowedByPlace = after?.parts[0]?.field === 'location';
  return (
    isFollowedByPlace ||
    (has(current, 'title') &&
      !has(current, 'email', 'phone') &&
      !after?.parts.some(({ field }) => field === 'title'))
  );
}

const domainsOf = (parts: Part[]): string[] =>
  parts
    .filter(({ field }) => field === 'email' || field === 'link')
    .map(({ value }) => lettersOf(value.replace(/^.*@|^https?:\/\/(?:www\.)?/i, '')));

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Adds what a part says. A text after the role, or the only one in a list, is the company. */
function addPart(part: Part, person: Person, isSecondName: boolean): void {
  const mayBeCompany =
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(part.value) && part.value.length <= 60 && !/[:?!@]|\d{3}/.test(part.value);
  if (part.field === 'name' && isSecondName) {
    if (part.unsure && !has(person, 'company') && has(person, 'name'))
      person.parts.push({ field: 'company', value: part.value });
  } else if (part.field === 'text') {
    const follows = person.parts.at(-1)?.field;
    if (mayBeCompany && !has(person, 'company') && (follows === 'title' || follows === 'name')) {
      person.parts.push({ field: 'company', value: part.value });
    }
  } else {
    person.parts.push(part);
  }
}

const order: Value['field'][] = ['name', 'title', 'company', 'email', 'phone', 'link', 'location'];

function findingOf(person: Person): Finding[] {
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
  const isCompany = domainsOf(parts).some(domain => domain.startsWith(lettersOf(unclear)));
  if (isCompany && !has(person, 'company')) return [...parts, { field: 'company', value: unclear }];
  const isTitle = has(person, 'company') && !has(person, 'title') && mayBeRole(unclear);
  return isTitle ? [...parts, { field: 'title', value: unclear }] : parts;
}

/** The lines of one address. */
const joined = (lines: Value[]): Value => ({
  field: 'location',
  from: 'selection',
  value: [...new Set(lines.map(({ value }) => value))].join(', ').slice(0, 300),
});
