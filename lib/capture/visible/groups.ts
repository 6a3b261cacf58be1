// Candidates of the same build, and the part of the page that belongs to each of them alone.
import type { Reading } from '../finding';
import type { Candidate } from './candidates';
import type { Line, Shown } from './walk';

export type Member = Candidate & {
  /** The largest element in which no other candidate of its build stands. */
  around: Element;
  /** The lines of the block, the name's own included. */
  lines: Line[];
};

const highest = 24;
const pathSteps = 7;
/** A block that stands alone ends at these, or it would be the page. */
const landmark = /^(?:BODY|MAIN|NAV|ASIDE|FORM|HTML)$/;
const mostLinesAlone = 24;
const mostLines = 60;

const classOf = (element: Element): string =>
  (element.getAttribute('class') ?? '').slice(0, 120).replace(/\d+/g, '').split(/\s+/).slice(0, 2).join('.');

/** How an element is built in: its tag, class and the tags above it. Cousins of the same build have the same. */
export function buildOf(element: Element, isFirst: boolean): string {
  const tags: string[] = [`${element.tagName}.${classOf(element)}`];
  let above = element.parentElement;
  for (let step = 1; above && step < pathSteps && above.tagName !== 'BODY'; step++) {
    tags.push(step === 1 ? `${above.tagName}.${classOf(above)}` : above.tagName);
    above = above.parentElement;
  }
  return `${isFirst ? '' : '+'}${tags.join('<')}`;
}

const parentOf = (element: Element): Element | undefined => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof Object && 'host' in root && root.host instanceof Object ? (root.host as Element) : undefined;
};

/** Gathers candidates of one build and gives each its block. */
export function* groupsOf(candidates: Candidate[], shown: Shown, groups: Member[][]): Reading {
  const builds = new Map<string, Candidate[]>();
  for (const [at, one] of candidates.entries()) {
    const build = buildOf(one.piece.element, one.line.pieces[0] === one.piece);
    const same = builds.get(build);
    if (same) same.push(one);
    else builds.set(build, [one]);
    if (at % 100 === 99) yield;
  }
  for (const same of builds.values()) {
    yield;
    const counts = new Map<Element, number>();
    for (const [at, one] of same.entries()) {
      let element: Element | undefined = one.piece.element;
      for (let step = 0; element && step < highest; step++) {
        counts.set(element, (counts.get(element) ?? 0) + 1);
        element = parentOf(element);
      }
      if (at % 50 === 49) yield;
    }
    const members: Member[] = [];
    for (const [at, one] of same.entries()) {
      members.push(withBlock(one, same[at + 1], counts, shown));
      if (at % 50 === 49) yield;
    }
    groups.push(members);
  }
}

function withBlock(one: Candidate, next: Candidate | undefined, counts: Map<Element, number>, shown: Shown): Member {
  const isAlone = next === undefined && [...counts.values()].every(count => count === 1);
  let around = one.piece.element;
  for (let step = 0; step < highest; step++) {
    const above = parentOf(around);
    if (!above || landmark.test(above.tagName) || (counts.get(above) ?? 2) > 1) break;
    const [from, to] = shown.reach.get(above) ?? [0, Number.POSITIVE_INFINITY];
    if (to - from > (isAlone ? mostLinesAlone : mostLines)) break;
    around = above;
  }
  const [from, to] = shown.reach.get(around) ?? [one.line.at, one.line.at + 1];
  if (to - from > 1 || /^(?:LI|TR|ARTICLE|DD|TD)$/.test(around.tagName)) return { ...one, around, lines: shown.lines.slice(from, Math.max(to, one.line.at + 1)) };
  return { ...one, around, lines: following(one, next, parentOf(around), shown) };
}

/** Where names and what belongs to them are siblings without a common element: the lines until the next name or heading. */
function following(one: Candidate, next: Candidate | undefined, parent: Element | undefined, shown: Shown): Line[] {
  const [, end] = (parent && shown.reach.get(parent)) ?? [0, one.line.at + 1];
  const last = Math.min(end, next && next.line.at > one.line.at ? next.line.at : end, one.line.at + 8);
  const lines = shown.lines.slice(one.line.at, Math.max(last, one.line.at + 1));
  const heading = lines.findIndex((line, at) => at > 0 && /^H[1-6]$/.test(line.block.tagName));
  return heading === -1 ? lines : lines.slice(0, heading);
}
