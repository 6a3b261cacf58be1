// The people that a page shows: names with enough around them, each with what their block says.
import type { CaptureSource } from '../../model/capture-terms';
import type { Finding, Found, Page, Reading } from '../finding';
import { mailFitsName, isSharedMail } from '../mail-name';
import { isRole, mayBeRole } from '../role';
import { distinct, linkValue, plainValue } from '../values';
import { type Candidate, candidatesIn } from './candidates';
import { type Evidence, evidenceFor } from './evidence';
import { emailsOf, labelledOf, phonesOf, roleIn } from './fields';
import { groupsOf, type Member } from './groups';
import type { Line, Shown } from './walk';

const enough = 4;
const mostCandidates = 4000;

type Taken = Member & Evidence;

/** Finds everybody in the lines of a page. */
export function* readPeople(page: Page, shown: Shown, owned: Set<Line>, findings: Finding[]): Reading {
  const candidates: Candidate[] = [];
  const headings: string[] = [];
  let heading = '';
  for (const line of shown.lines) {
    if (line.at % 100 === 99) yield;
    if (candidates.length < mostCandidates) candidates.push(...candidatesIn(line));
    if (/^H[1-3]$/.test(line.block.tagName) && candidates.at(-1)?.line !== line) heading = line.text;
    headings.push(heading);
  }
  const groups: Member[][] = [];
  yield* groupsOf(candidates, shown, groups);
  const taken: Taken[] = [];
  for (const group of groups) {
    const judged: Taken[] = [];
    for (const member of group) {
      judged.push({ ...member, ...evidenceFor(member, headings[member.line.at] ?? '') });
      if (judged.length % 20 === 0) yield;
    }
    taken.push(...chosen(judged));
  }
  yield;
  const own = ownLines(taken);
  for (const line of taken.flatMap(({ lines }) => lines)) owned.add(line);
  for (const [at, one] of taken.toSorted((a, b) => a.line.at - b.line.at).entries()) {
    findings.push(findingOf(page, one, own.get(one) ?? []));
    if (at % 10 === 9) yield;
  }
}

/** Those with enough evidence; a name of a group that has it takes two points from the others. */
function chosen(group: Taken[]): Taken[] {
  const full = group.filter(({ score }) => score >= enough).length;
  const bonus = group.length >= 2 && full >= group.length * 0.6 ? 2 : 0;
  return group.filter(({ score, name }) => score + bonus >= enough && (name.sure !== 'single' || bonus > 0));
}

/** Each line belongs to the smallest block it stands in. */
function ownLines(taken: Taken[]): Map<Taken, Line[]> {
  const owner = new Map<Line, Taken>();
  for (const one of taken.toSorted((a, b) => b.lines.length - a.lines.length)) {
    for (const line of one.lines) owner.set(line, one);
  }
  for (const one of taken) owner.set(one.line, owner.get(one.line)?.line === one.line ? (owner.get(one.line) ?? one) : one);
  const own = new Map<Taken, Line[]>();
  for (const one of taken) {
    const lines = one.lines.filter(line => owner.get(line) === one);
    own.set(one, lines.includes(one.line) ? lines : [one.line, ...lines]);
  }
  return own;
}

function findingOf(page: Page, one: Taken, lines: Line[]): Finding {
  const from: CaptureSource = one.isByline || one.lines.length === 1 ? 'text' : 'card';
  const block = { lines, from, url: page.url, ...(page.country ? { country: page.country } : {}) };
  const name: Found = { field: 'name', value: one.name.name, from, node: one.piece.node };
  const emails = emailsOf(block);
  const values = distinct([
    name,
    ...titlesOf(one, lines, from),
    ...labelledOf(block).map(({ found }) => found),
    ...emails.filter(({ value }) => mailFitsName(value, one.name.name) || !isSharedMail(value)),
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
  if (same) return [...value('title', same.role, one.line), ...companyOf(same.rest).flatMap(text => value('company', text, one.line))];
  const at = lines.indexOf(one.line);
  const near = [...lines.slice(at + 1, at + 4), ...lines.slice(Math.max(0, at - 1), Math.max(0, at))];
  for (const line of near) {
    if (line.text.length > 110 || /[.!?]$/.test(line.text)) continue;
    if (isRole(line.text) && !roleIn(line.text)?.rest) return value('title', line.text, line);
    const found = roleIn(line.text);
    if (found) return [...value('title', found.role, line), ...companyOf(found.rest).flatMap(text => value('company', text, line))];
  }
  const next = lines[at + 1];
  const isPlain = next && from === 'card' && next.links.length === 0 && mayBeRole(next.text) && next.text.length <= 60;
  return isPlain && next && one.score >= 6 ? value('title', next.text, next) : [];
}

/** A company after a role: one part that begins with a capital and is neither a sentence nor a number. */
function companyOf(rest: string): string[] {
  const [first = ''] = rest.split(/\s*[,|·•;()]\s*/u);
  return /^[\p{Lu}\p{Lo}][^@]{1,60}$/u.test(first) && !/\d{3}|[:：]/.test(first) && !isRole(first) ? [first] : [];
}

const social = /(?:^|\.)(?:linkedin|twitter|x|github|gitlab|facebook|instagram|xing|youtube|tiktok|orcid|behance|dribbble|mastodon|medium|researchgate|weibo|zhihu|threads|bsky|pinterest|vimeo|soundcloud|goodreads|note|qiita|stackoverflow|google)\.[a-z.]{2,}$/i;

/** Profiles of other sites in the block, and where the name itself leads. */
function linksOf(page: Page, one: Taken, lines: Line[]): Found[] {
  const words = one.name.name.toLowerCase().split(/[\s-]+/).filter(word => word.length > 3);
  return lines.flatMap(line =>
    line.links.flatMap(({ element, href }): Found[] => {
      const value = linkValue(href, page.url.href);
      if (!value || href.startsWith('#')) return [];
      const url = new URL(value);
      if (url.href.replace(/#.*/, '') === page.url.href.replace(/#.*/, '')) return [];
      const isOwn = element.contains(one.piece.node) || words.some(word => url.pathname.toLowerCase().includes(word));
      const isOther = url.hostname !== page.url.hostname && (social.test(url.hostname) || line.text.length < 60);
      return isOwn || isOther ? [{ field: 'link', value, from: 'link', node: element }] : [];
    }),
  );
}
