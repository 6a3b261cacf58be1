// Candidates of the same build, and the part of the page that belongs to each of them alone.
import type { Reading } from '../finding';
import type { Candidate } from './named-in-line';
import { isWithin, nearest } from './near';
import type { Line, Shown } from './walk';

export type Member = Candidate & {
  /** The largest element in which no other candidate stands. */
  around: Element;
  /** The lines of the block, the name's own included. */
  lines: Line[];
};

const highest = 24;
const pathSteps = 7;
/** A block ends at these, or it would be the page. */
const landmark = /^(?:BODY|MAIN|NAV|FORM|HTML)$/;
const mostLinesAlone = 24;
const mostLines = 60;

const classOf = (element: Element): string =>
  (element.getAttribute('class') ?? '').slice(0, 120).replace(/\d+/g, '').split(/\s+/).slice(0, 2).join('.');

/** How an element is built in: its tag, class and the tags above it. Cousins of the same build have the same. */
function buildOf({ piece, line, isByline }: Candidate): string {
  const { element } = piece;
  const tags: string[] = [`${element.tagName}.${classOf(element)}`];
  let above = element.parentElement;
  for (let step = 1; above && step < pathSteps && above.tagName !== 'BODY'; step++) {
    tags.push(step === 1 ? `${above.tagName}.${classOf(above)}` : above.tagName);
    above = above.parentElement;
  }
  return `${line.pieces[0] === piece ? '' : '+'}${isByline ? 'by ' : ''}${columnOf(element)}${tags.join('<')}`;
}

/** Cells of a table are of one build with those of their column. */
function columnOf(element: Element): string {
  const cell = nearest(element, ({ tagName }) => tagName === 'TD' || tagName === 'TH');
  if (!cell) return '';
  let column = 0;
  for (
    let before = cell.previousElementSibling;
    before && column < 30;
    before = before.previousElementSibling
  )
    column++;
  return `${column} `;
}

const isHost = (root: Node): root is ShadowRoot => 'host' in root;
const parentOf = (element: Element): Element | undefined => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return isHost(root) ? root.host : undefined;
};

/** Gathers candidates of one build in one section of the page. */
export function* buildsOf(
  candidates: Candidate[],
  sectionOf: (one: Candidate) => string,
  builds: Map<string, Candidate[]>,
): Reading {
  for (const [at, one] of candidates.entries()) {
    const build = `${sectionOf(one)}\n${buildOf(one)}`;
    const same = builds.get(build);
    if (same) same.push(one);
    else builds.set(build, [one]);
    if (at % 100 === 99) yield;
  }
}

/**
 * Gives each of `all` the part of the page in which nobody else of them stands. The same name in places of different build
 * is the same person; in places of one build it may be somebody else.
 */
export function* blocksOf(all: Candidate[], shown: Shown, members: Member[]): Reading {
  const keys = keysOf(all);
  const names = new Map<Element, string | false>();
  for (const [at, one] of all.entries()) {
    mark(names, one.piece.element, keys[at] ?? '');
    if (at % 50 === 49) yield;
  }
  // The title of the page does not stand in the block of somebody who is only one of many on it.
  const heads = shown.lines
    .filter(({ block }) => block.tagName === 'H1')
    .slice(0, 20)
    .map(line => line.at);
  const isAlone = new Set(keys).size === 1;
  for (const [at, one] of all.entries()) {
    members.push(withBlock(one, all[at + 1], shown, { names, heads, isAlone }));
    if (at % 50 === 49) yield;
  }
}

/** What stands for a candidate: their name, with a number where one build has it several times. */
function keysOf(all: Candidate[]): string[] {
  const builds = new Map<string, number>();
  return all.map(one => {
    const build = `${one.name.name}\n${buildOf(one)}`;
    const count = builds.get(build) ?? 0;
    builds.set(build, count + 1);
    return count === 0 ? one.name.name : `${one.name.name} ${count}`;
  });
}

/** Marks the elements around a name with it; those that hold several names are nobody's. */
function mark(names: Map<Element, string | false>, from: Element, key: string): void {
  let element: Element | undefined = from;
  for (let step = 0; element && step < highest; step++) {
    const known = names.get(element);
    names.set(element, known === undefined || known === key ? key : false);
    element = parentOf(element);
  }
}

type Borders = { names: Map<Element, string | false>; heads: number[]; isAlone: boolean };

function withBlock(
  one: Candidate,
  next: Candidate | undefined,
  shown: Shown,
  { names, heads, isAlone }: Borders,
): Member {
  let around = one.piece.element;
  const isHead = isWithin(one.piece.element, /^H1$/);
  for (let step = 0; step < highest; step++) {
    const above = parentOf(around);
    if (
      !above ||
      landmark.test(above.tagName) ||
      names.get(above) === false ||
      names.get(above) === undefined
    )
      break;
    const [from, to] = shown.reach.get(above) ?? [0, Number.POSITIVE_INFINITY];
    if (!isHead && heads.some(head => head >= from && head < to)) break;
    if (to - from > (isAlone && !isHead ? mostLinesAlone : mostLines)) break;
    around = above;
  }
  const [from, to] = shown.reach.get(around) ?? [one.line.at, one.line.at + 1];
  if (to - from > 1 || /^(?:LI|TR|ARTICLE|DD|TD)$/.test(around.tagName))
    return { ...one, around, lines: shown.lines.slice(from, Math.max(to, one.line.at + 1)) };
  return { ...one, around, lines: following(one, next, parentOf(around), shown, isHead) };
}

/** Where names and what belongs to them are siblings without a common element: the lines until the next name or heading. */
function following(
  one: Candidate,
  next: Candidate | undefined,
  parent: Element | undefined,
  shown: Shown,
  isHead: boolean,
): Line[] {
  const [, end] = (parent && shown.reach.get(parent)) ?? [0, one.line.at + 1];
  const last = Math.min(
    end,
    next && next.line.at > one.line.at ? next.line.at : end,
    one.line.at + (isHead ? 40 : 8),
  );
  const lines = shown.lines.slice(one.line.at, Math.max(last, one.line.at + 1));
  const heading = isHead ? -1 : lines.findIndex((line, at) => at > 0 && /^H[1-6]$/.test(line.block.tagName));
  return heading === -1 ? lines : lines.slice(0, heading);
}
