// The people that a page shows: names with enough around them, each with what their block says.
import type { CaptureSource } from '../../model/capture-terms';
import type { Finding, Found, Page, Reading } from '../finding';
import { labelOf } from '../labels';
import { isSharedMail, mailFitsName } from '../mail-name';
import { hasRoleWord, isRole, mayBeRole } from '../role';
import { distinct, linkValue, plainValue } from '../values';
import { candidatesIn } from './candidates';
import { best, connected, ownLines, type Taken, withoutRivals } from './choose';
import { peopleHeading, pointsFor, roleLines } from './evidence';
import { emailsOf, labelledOf, phonesOf, roleIn } from './fields';
import { blocksOf, buildsOf, type Member } from './groups';
import { Headings } from './headings';
import { NameColumns } from './name-columns';
import type { Candidate } from './named-in-line';
import { isWithin } from './near';
import { isSocial } from './profile-path';
import type { Line, Shown } from './walk';

const mostCandidates = 4000;

/** Finds everybody in the lines of a page; the lines that belong to somebody are added to `owned`. */
export function* readPeople(page: Page, shown: Shown, owned: Set<Line>, findings: Finding[]): Reading {
  const candidates: Candidate[] = [];
  const headings = new Headings();
  const columns = new NameColumns();
  for (const line of shown.lines) {
    if (line.at % 100 === 99) yield;
    if (candidates.length < mostCandidates)
      candidates.push(...candidatesIn(line).flatMap(one => columns.fitting(one)));
    headings.add(line, candidates.at(-1)?.line === line);
  }
  const builds = new Map<string, Candidate[]>();
  yield* buildsOf(candidates, one => headings.section(one.line), builds);
  const named = new Set(candidates.filter(({ name }) => name.sure !== 'single').map(({ line }) => line));
  const isPeoplePage = saysPeople(page);
  const chosen: Taken[] = [];
  for (const build of builds.values()) {
    const members: Member[] = [];
    yield* blocksOf(build, shown, members);
    const judged: Taken[] = [];
    for (const member of members) {
      const surroundings = { named, ...headings.above(member.line), isPeoplePage };
      judged.push({ ...member, score: pointsFor(member, surroundings), surroundings });
      if (judged.length % 20 === 0) yield;
    }
    chosen.push(...best(judged));
  }
  chosen.push(...connected(candidates, chosen));
  const taken = withoutRivals(chosen).toSorted((a, b) => a.line.at - b.line.at);
  const blocks: Member[] = [];
  yield* blocksOf(taken, shown, blocks);
  const final = taken.map((one, at) => ({ ...one, ...blocks[at] }));
  for (const line of final.flatMap(({ lines }) => lines)) owned.add(line);
  yield;
  const own = ownLines(final);
  const found: Finding[] = [];
  for (const [at, one] of final.entries()) {
    const finding = findingOf(page, one, own.get(one) ?? []);
    found.push(finding);
    findings.push(finding);
    if (at % 10 === 9) yield;
  }
  giveBackMails(found);
}

const saysPeople = ({ document, url }: Page): boolean =>
  peopleHeading.test(`${url.pathname.replace(/[-_/.]+/g, ' ')} | ${document.title.slice(0, 200)}`);

/** An address that is written like another's name is that other's, wherever it stands. */
function giveBackMails(found: Finding[]): void {
  const nameOf = (finding: Finding) =>
    finding.values
      .filter(({ field }) => field === 'name')
      .map(({ value }) => value)
      .join(' ');
  for (const finding of found) {
    for (const mail of finding.values.filter(
      ({ field, value }) => field === 'email' && !mailFitsName(value, nameOf(finding)),
    )) {
      const others = found.filter(other => other !== finding && mailFitsName(mail.value, nameOf(other)));
      const names = new Set(others.map(nameOf));
      if (names.size !== 1) continue;
      finding.values = finding.values.filter(value => value !== mail);
      const [other] = others;
      if (other && !other.values.some(({ field, value }) => field === 'email' && value === mail.value))
        other.values.push(mail);
    }
  }
}

/** Addresses of a role belong to somebody only where they stand on their card or beside their name. */
const mostCardLines = 9;

function findingOf(page: Page, one: Taken, lines: Line[]): Finding {
  const from: CaptureSource = one.isByline || one.lines.length === 1 ? 'text' : 'card';
  const block = { lines, from, url: page.url, ...(page.country ? { country: page.country } : {}) };
  const name: Found = { field: 'name', value: one.name.name, from, node: one.piece.node };
  const values = distinct([
    name,
    ...(one.alias ? [{ ...name, value: one.alias }] : []),
    ...titlesOf(one, lines, from),
    ...labelledOf(block).map(({ found }) => found),
    ...emailsOf(block).filter(
      ({ value }) =>
        (lines.length <= mostCardLines && !one.isJoined && !isWithin(one.line.block, /^FOOTER$/)) ||
        mailFitsName(value, `${one.name.name} ${one.alias ?? ''}`) ||
        (!one.isJoined && !isSharedMail(value)),
    ),
    ...phonesOf(block),
    ...linksOf(page, one, lines),
  ]);
  return { about: 'person', values, around: one.around };
}

function titlesOf(one: Taken, lines: Line[], from: CaptureSource): Found[] {
  const same = roleIn(one.after);
  const value = (field: 'title' | 'company', text: string, line: Line): Found[] => {
    const plain = plainValue(text, 120);
    return plain ? [{ field, value: plain, from, node: line.pieces[0]?.node ?? line.block }] : [];
  };
  const inRow = one.row ? rowValues(one.row, lines, from) : [];
  if (inRow.length > 0) return inRow;
  if (one.label && hasRoleWord(one.label) && labelOf(one.label) !== 'person')
    return value('title', one.label, one.line);
  if (same)
    return [
      ...value('title', same.role, one.line),
      ...companyOf(same.rest).flatMap(text => value('company', text, one.line)),
    ];
  const at = lines.indexOf(one.line);
  for (const line of roleLines({ ...one, lines }, one.surroundings.named)) {
    if (line.text.length > 110 || /[.!?]$/.test(line.text)) continue;
    const found = roleIn(line.text.replace(/\s*[:：]$/u, ''));
    if (found)
      return [
        ...value('title', found.role, line),
        ...companyOf(found.rest).flatMap(text => value('company', text, line)),
      ];
  }
  const next = lines[at + 1];
  const isPlain =
    next &&
    !one.row &&
    next.block.tagName !== 'TD' &&
    from === 'card' &&
    next.links.length === 0 &&
    mayBeRole(next.text) &&
    next.text.length <= 60;
  return isPlain && next && one.score >= 6 ? value('title', next.text, next) : [];
}

/** What the cells of a row say whose columns are named. */
function rowValues(row: NonNullable<Taken['row']>, lines: Line[], from: CaptureSource): Found[] {
  return row.flatMap(({ label, cell }): Found[] => {
    if (label !== 'title' && label !== 'company' && label !== 'location') return [];
    const [line] = lines.filter(({ block }) => cell.contains(block));
    const text = line && plainValue(line.text, 120);
    return text && line ? [{ field: label, value: text, from, node: line.pieces[0]?.node ?? cell }] : [];
  });
}

/** A company after a role: one part that begins with a capital and is neither a sentence nor a number. */
function companyOf(rest: string): string[] {
  const [first = ''] = rest.split(/\s*[,|·•;()]\s*/u);
  return /^[\p{Lu}\p{Lo}][^@]{1,60}$/u.test(first) && !/\d{3}|[:：]/.test(first) && !isRole(first)
    ? [first]
    : [];
}

/** Profiles of other sites in the block, and where the name itself leads. */
function linksOf(page: Page, one: Taken, lines: Line[]): Found[] {
  const words = one.name.name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(word => word.length > 3);
  return lines.flatMap(line =>
    line.links.flatMap(({ element, href }): Found[] => {
      const value = linkValue(href, page.url.href);
      if (!value || href.startsWith('#')) return [];
      const url = new URL(value);
      if (url.href.replace(/#.*/, '') === page.url.href.replace(/#.*/, '')) return [];
      const isOwn =
        element.contains(one.piece.node) || words.some(word => url.pathname.toLowerCase().includes(word));
      const isOther = url.hostname !== page.url.hostname && (isSocial(value) || line.text.length < 60);
      return isOwn || isOther ? [{ field: 'link', value, from: 'link', node: element }] : [];
    }),
  );
}
