// From the lines of a pasted text to people: who is named, and what belongs to whom.
import { cjk } from '../../identity/names';
import type { Finding } from '../finding';
import type { Label } from '../labels';
import { mailFitsName } from '../mail-name';
import { mayBeRole } from '../role';
import { type Line, readLine } from './line';
import type { OwnLines } from './own-lines';
import type { Part } from './part';
import { domainsOf, findingOf, has, isDomainOf, type Person } from './person';

type Found = {
  people: Person[];
  /** What stood before anybody was named. */
  waiting: Part[];
  officers: Person[];
  isSigned: boolean;
};

/** Everybody that the lines name, in their order. */
export function peopleIn({ paragraphs, isSigned }: OwnLines, country: string | undefined): Finding[] {
  const found: Found = { people: [], waiting: [], officers: [], isSigned };
  const all = paragraphs.map(texts => readLines(texts, country));
  callCompanies(all.flat());
  for (const [paragraph, lines] of all.entries()) {
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
  return [...found.people, ...found.officers].flatMap(findingOf);
}

function readLines(texts: string[], country: string | undefined): Line[] {
  let label: Label | undefined;
  return texts.map(text => {
    const line = readLine(text, country, label);
    label = line.label;
    return line;
  });
}

/** What looks like a name is the company where an address has it for its domain, and somebody else is named. */
function callCompanies(lines: Line[]): void {
  const parts = lines.flatMap(line => line.parts);
  const names = parts.filter(({ field }) => field === 'name');
  const mails = parts.filter(({ field }) => field === 'email');
  const companies = names.filter(
    name =>
      name.unsure &&
      domainsOf(parts).some(domain => isDomainOf(domain, name.value)) &&
      !mails.some(({ value }) => mailFitsName(value, name.value)),
  );
  if (companies.length === names.length) return;
  for (const part of companies) part.field = 'company';
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
  const isNumbered = lines.filter(({ isItem }) => isItem).length >= lines.length / 2;
  for (const line of lines.filter(({ isItem }) => isItem || !isNumbered)) {
    const parts = line.parts.map((part, at): Part => {
      const [, , third] = line.parts;
      const mayBeTitle = titles > second.length / 2 || third?.field === 'company' || third?.unsure === true;
      return part.field === 'text' && at === 1 && third && mayBeTitle && mayBeRole(part.value)
        ? { ...part, field: 'title' }
        : part;
    });
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
    if (line.officers && (line.officers.length > 1 || (isSigned && has(current, 'name')))) {
      found.officers.push(
        ...line.officers.map(parts => ({ parts: [...parts, ...companyOf(current)], paragraph })),
      );
      continue;
    }
    if (begins(line, current, lines.slice(at + 1), paragraph, isSigned)) {
      current = { parts: [], paragraph };
      for (const part of found.waiting) addPart(part, current, false);
      found.waiting = [];
      people.push(current);
    }
    if (!current || !(current.paragraph === paragraph || isSigned || continues(lines, current, people))) {
      found.waiting.push(...line.parts);
    } else {
      addLine(line, current);
    }
  }
}

/** Who is named at the foot of a signature belongs to the same company. */
const companyOf = (person: Person | undefined): Part[] =>
  person?.parts.filter(({ field }) => field === 'company').slice(0, 1) ?? [];

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
  const domains = domainsOf([...current.parts, ...next.flatMap(({ parts }) => parts)]);
  if (domains.some(domain => isDomainOf(domain, name.value))) return true;
  const [after] = next;
  const isFollowedByPlace = after?.parts[0]?.field === 'location';
  return (
    isFollowedByPlace ||
    (has(current, 'title') &&
      !has(current, 'email', 'phone') &&
      !after?.parts.some(({ field }) => field === 'title'))
  );
}

/** Adds what a part says. A text after the role, or the only one in a list, is the company. */
function addPart(part: Part, person: Person, isSecondName: boolean): void {
  const mayBeCompany =
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(part.value) && part.value.length <= 60 && !/[:?!@]|\d{3}/.test(part.value);
  if (part.field === 'name' && isSecondName) {
    const isTranscribed =
      !cjk.test(part.value) && person.parts.some(({ field, value }) => field === 'name' && cjk.test(value));
    if (!isTranscribed && part.unsure && !has(person, 'company') && has(person, 'name'))
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
