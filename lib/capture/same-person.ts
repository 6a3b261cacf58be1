// Do two findings speak of the same person?
import { nameWords, ownNameWords, sameName } from '../identity/names';
import { captureSources } from '../model/capture-terms';
import type { Finding, Found } from './finding';
import { isSharedMail, mailFitsName } from './mail-name';

/** Places of sources: the lower, the better. */
export const rank = ({ from }: Pick<Found, 'from'>): number => captureSources.indexOf(from);
export const valuesOf = (finding: Finding, field: Found['field']): string[] =>
  finding.values.filter(value => value.field === field).map(({ value }) => value);
export const nameOf = (finding: Finding): string => valuesOf(finding, 'name')[0] ?? '';
const mailsOf = (finding: Finding): string[] =>
  valuesOf(finding, 'email')
    .map(value => value.toLowerCase())
    .filter(value => !isSharedMail(value) || mailFitsName(value, nameOf(finding)));

/** A page may name somebody a thousand times. */
const mostCompared = 20;

/** Findings that are one person. */
export type One = { findings: Finding[]; isMain: boolean };

/** Whether the finding is of what the page shows, and not of its data. */
export const isVisible = ({ values }: Finding): boolean =>
  values.every(value => rank(value) >= captureSources.indexOf('link'));

export const plainKey = (text: string): string => nameWords(text).join(' ') || text;

/** Finds whom a finding may be without comparing it with everybody. */
export class Index {
  #known = new Map<string, One[]>();
  #keys(finding: Finding): string[] {
    const links = [...valuesOf(finding, 'link'), ...(finding.ids ?? [])].map(link => `link ${linkKey(link)}`);
    const words = nameWords(nameOf(finding)).filter(word => word.length > 1);
    return [
      ...mailsOf(finding).map(mail => `mail ${mail}`),
      ...links,
      `name ${ownNameWords(nameOf(finding))}`,
      ...words.slice(-1).map(word => `word ${word}`),
    ];
  }
  candidates(finding: Finding): One[] {
    return [...new Set(this.#keys(finding).flatMap(key => this.#known.get(key) ?? []))];
  }
  add(finding: Finding, one: One): void {
    for (const key of this.#keys(finding)) {
      const same = this.#known.get(key) ?? [];
      if (same.length < 20 && !same.includes(one)) this.#known.set(key, [...same, one]);
    }
  }
}

/** An address as it is compared. */
export const linkKey = (link: string): string =>
  link
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[/#]+$/, '')
    .toLowerCase();

/** Whether a finding speaks of somebody who is known already. */
export function isSame(one: One, finding: Finding): boolean {
  const findings = one.findings.slice(0, mostCompared);
  if (isHandleOf(findings, finding)) return true;
  if (!findings.some(other => fitsName(nameOf(other), nameOf(finding)))) return false;
  const mails = mailsOf(finding);
  const known = findings.flatMap(mailsOf);
  if (mails.some(mail => known.includes(mail))) return true;
  const links = (one: Finding) => [...valuesOf(one, 'link'), ...(one.ids ?? [])].map(linkKey);
  const here = links(finding);
  if (findings.some(other => links(other).some(link => here.includes(link)))) return true;
  if (!findings.some(other => sameName(nameOf(other), nameOf(finding))))
    return mails.length === 0 || known.length === 0;
  if (
    isVisible(finding) &&
    findings.some(other => isVisible(other) && inBrackets(nameOf(other)) !== inBrackets(nameOf(finding)))
  )
    return false;
  const [source] = finding.values;
  const beside = findings.filter(
    ({ values: [value] }) =>
      value &&
      source &&
      (isVisible(finding) ? rank(value) >= captureSources.indexOf('link') : value.from === source.from),
  );
  return beside.every(other => !contradicts(other, finding));
}

/** A handle like `henk_88` and a name with the same profile are one person. */
function isHandleOf(findings: Finding[], finding: Finding): boolean {
  const links = new Set([...valuesOf(finding, 'link'), ...(finding.ids ?? [])].map(linkKey));
  return findings.some(
    other =>
      isHandle(nameOf(other)) !== isHandle(nameOf(finding)) &&
      [...valuesOf(other, 'link'), ...(other.ids ?? [])].some(link => links.has(linkKey(link))),
  );
}

/** A name that somebody took on a site. */
export const isHandle = (name: string): boolean =>
  /^[^\s]+$/u.test(name) &&
  (/[\d_.]/.test(name) || name === name.toLowerCase()) &&
  !/^[\p{sc=Han}\p{sc=Hangul}]{2,4}$/u.test(name);

const inBrackets = (name: string): string => /\(([^)]*)\)/.exec(name)?.[1] ?? '';

/** Two places of one kind that say different things of one name speak of two people. */
function contradicts(a: Finding, b: Finding): boolean {
  const [mailsA, mailsB] = [mailsOf(a), mailsOf(b)];
  if (mailsA.length > 0 && mailsB.length > 0) return !mailsA.some(mail => mailsB.includes(mail));
  const [titlesA, titlesB] = [valuesOf(a, 'title'), valuesOf(b, 'title')].map(titles => titles.map(plainKey));
  const differ =
    titlesA &&
    titlesB &&
    titlesA.length > 0 &&
    titlesB.length > 0 &&
    !titlesA.some(title => titlesB.some(other => other.includes(title) || title.includes(other)));
  return Boolean(differ) && a.values[0]?.from === 'card' && b.values[0]?.from === 'card';
}

/** The same name, or one with a middle name or an initial more. */
export function fitsName(a: string, b: string): boolean {
  if (sameName(a, b)) return true;
  const [short = [], long = []] = [ownNameWords(a).split(' '), ownNameWords(b).split(' ')].sort(
    (x, y) => x.length - y.length,
  );
  return short.length >= 2 && short.every(word => long.includes(word)) && short.some(word => word.length > 1);
}
