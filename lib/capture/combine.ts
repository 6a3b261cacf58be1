// From findings to people: what several places of a page say about one person becomes one, and nobody becomes somebody else.
import { nameWords, ownNameWords } from '../identity/names';
import { mostCaptured } from '../model/capture-terms';
import type { Finding, Found } from './finding';
import { isSharedMail, mailFitsName } from './mail-name';
import { nobody } from './name-words';
import {
  fitsName,
  Index,
  isHandle,
  isSame,
  isVisible,
  linkKey,
  nameOf,
  type One,
  plainKey,
  rank,
  valuesOf,
} from './same-person';

export type Combined = {
  people: Found[][];
  organization?: Found[];
  /** There were more people than are taken. */
  isCut: boolean;
};

/**
 * Puts findings together. `ownPage` is true for pages on which an organization shows its own people: only there is it the
 * company of those who stand there without one.
 */
export function combine(findings: Finding[], { ownPage = false } = {}): Combined {
  const people: One[] = [];
  const index = new Index();
  for (const finding of findings.filter(({ about, values }) => about === 'person' && values.length > 0)) {
    if (!nameOf(finding) || nobody.test(nameOf(finding))) continue;
    const one = index.candidates(finding).find(known => isSame(known, finding));
    if (one) {
      one.findings.push(finding);
      one.isMain ||= finding.isMain === true;
      index.add(finding, one);
      continue;
    }
    const fresh = { findings: [finding], isMain: finding.isMain === true };
    people.push(fresh);
    index.add(finding, fresh);
  }
  for (const finding of findings)
    if (finding.about === 'person' && !nameOf(finding)) ownerOf(finding, people)?.findings.push(finding);
  const organization = organizationOf(findings, people);
  const company = organization?.find(({ field }) => field === 'name');
  const organizations = new Set(
    findings
      .flatMap(finding => valuesOf(finding, finding.about === 'organization' ? 'name' : 'company'))
      .map(plainKey),
  );
  const shared = sharedMails(findings);
  const isOrganization = (finding: Finding) =>
    isVisible(finding) &&
    (organizations.has(plainKey(nameOf(finding))) ||
      (company !== undefined && isNameOf(nameOf(finding), company.value)));
  const own = people
    .filter(one => !one.findings.every(isOrganization))
    .map(one => ({ ...one, values: valuesOfOne(one, shared, ownPage && company ? company : undefined) }));
  const ordered = [...own.filter(({ isMain }) => isMain), ...own.filter(({ isMain }) => !isMain)];
  return {
    people: ordered.slice(0, mostCaptured).map(({ values }) => values),
    ...(organization && organization.length > 0 ? { organization } : {}),
    isCut: ordered.length > mostCaptured,
  };
}

/**
 * Addresses of a role that are nobody's own: those that data states, that stand with several people, or that stand apart from
 * everybody as well.
 */
function sharedMails(findings: Finding[]): Set<string> {
  const holders = new Map<string, Set<string>>();
  const apart = new Set<string>();
  for (const finding of findings) {
    for (const mail of mailsIn(finding).filter(isSharedMail)) {
      if (mailFitsName(mail, nameOf(finding))) continue;
      if (finding.about === 'organization' || !isVisible(finding)) apart.add(mail);
      holders.set(mail, (holders.get(mail) ?? new Set()).add(ownNameWords(nameOf(finding))));
    }
  }
  return new Set([...holders].flatMap(([mail, names]) => (apart.has(mail) || names.size > 1 ? [mail] : [])));
}

const mailsIn = (finding: Finding): string[] => valuesOf(finding, 'email').map(value => value.toLowerCase());

const isNameOf = (person: string, organization: string): boolean => {
  const words = nameWords(organization);
  const own = nameWords(person);
  return own.length > 0 && words.length <= own.length + 1 && own.every(word => words.includes(word));
};

/** Whose an address is that stands apart: the only one's whose name it is written like, or of whom alone the page is. */
function ownerOf(finding: Finding, people: One[]): One | undefined {
  const [mail = ''] = valuesOf(finding, 'email');
  const fitting = people.filter(({ findings }) =>
    findings.some(one => valuesOf(one, 'name').some(name => mailFitsName(mail, name))),
  );
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  const [main, ...others] = people.filter(({ isMain }) => isMain);
  const hasMail = main?.findings.some(one => valuesOf(one, 'email').length > 0);
  return others.length > 0 || hasMail ? undefined : main;
}

/** What two values of a field must have in common to be one. */
function keyOf({ field, value }: Found): string {
  if (field === 'email') return value.toLowerCase();
  if (field === 'link') return linkKey(value);
  if (field === 'phone') return value.split(';')[0] ?? value;
  return field === 'name' ? ownNameWords(value) || value : plainKey(value);
}

/** Best source first, each value once. */
function best(values: Found[], most: number): Found[] {
  const known = new Map<string, Found>();
  for (const value of values.toSorted(
    (a, b) => rank(a) - rank(b) || Number(a.guessed ?? false) - Number(b.guessed ?? false),
  )) {
    const key = `${value.field} ${keyOf(value)}`;
    const before = known.get(key);
    if (!before) known.set(key, value);
    else if (!before.node && value.node) known.set(key, { ...before, node: value.node });
  }
  return [...known.values()].slice(0, most);
}

const order: Found['field'][] = ['name', 'title', 'company', 'email', 'phone', 'link', 'location'];
const inOrder = (values: Found[]): Found[] =>
  order.flatMap(field => values.filter(value => value.field === field));

function valuesOfOne({ findings }: One, shared: ReadonlySet<string>, company: Found | undefined): Found[] {
  const values = findings.flatMap(finding => finding.values);
  const own = values.filter(({ field, value }) => field !== 'email' || !shared.has(value.toLowerCase()));
  const names = best(
    own.filter(({ field }) => field === 'name'),
    12,
  ).toSorted((a, b) => Number(isHandle(a.value)) - Number(isHandle(b.value)));
  const [first] = names;
  const others = names.slice(1).filter(({ value }) => first && !fitsName(first.value, value));
  const rest = best(
    own.filter(({ field }) => field !== 'name'),
    59 - others.length,
  );
  const isCard =
    findings.some(finding => nameOf(finding) !== '' && isVisible(finding)) &&
    values.some(({ from }) => from === 'card' || from === 'link');
  const needs = company && isCard && !rest.some(({ field }) => field === 'company');
  return inOrder([
    ...(first ? [first] : []),
    ...others,
    ...rest,
    ...(needs ? [{ ...company, field: 'company' as const }] : []),
  ]);
}

function organizationOf(findings: Finding[], people: One[]): Found[] | undefined {
  const all = findings.filter(({ about }) => about === 'organization');
  const named = all.filter(finding => nameOf(finding) !== '');
  const main = named.find(({ isMain }) => isMain) ?? (named.length === 1 ? named[0] : undefined);
  const same = all.filter(
    finding =>
      finding === main ||
      (finding.isMain && nameOf(finding) === '') ||
      (main && nameOf(finding) !== '' && fitsName(nameOf(main), nameOf(finding))) ||
      (main && isNameOf(nameOf(finding), nameOf(main))),
  );
  const mails = sharedMails(findings);
  const shared = people.flatMap(({ findings: own }) =>
    own.flatMap(finding =>
      finding.values.filter(({ field, value }) => field === 'email' && mails.has(value.toLowerCase())),
    ),
  );
  const values = same.flatMap(finding => finding.values);
  const names = best(
    values.filter(({ field }) => field === 'name'),
    1,
  );
  const ofPeople = new Set(
    people
      .flatMap(({ findings: own }) =>
        own.flatMap(one => one.values.filter(({ field }) => field === 'phone' || field === 'email')),
      )
      .filter(({ field, value }) => field === 'phone' || !mails.has(value.toLowerCase()))
      .map(keyOf),
  );
  const rest = best([...values.filter(({ field }) => field !== 'name'), ...shared], 40).filter(
    one => one.field === 'name' || !ofPeople.has(keyOf(one)),
  );
  const together = inOrder([...names, ...rest]);
  return together.length > 0 ? together : undefined;
}
