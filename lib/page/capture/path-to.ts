// How a place on a page is found again: which block is about a person, and which way leads from it to an element.
import { blocksOf, onlyAt } from '../../capture/pointed';
import { selectorFault } from '../../model/selector';

/** People who are compared with; more say nothing new. */
const mostCompared = 20;
/** The most ways that are tried. */
const mostWays = 80;
/** The most levels that a block is looked for above a name. */
const mostLevels = 12;

/**
 * Where `element` stands in the block of the person at `anchor`, so that the same place is found in the blocks of the
 * others. Undefined where it stands in no block of theirs alone, or can't be described.
 */
export function ruleTo(
  element: Element,
  anchor: Element,
  others: readonly Element[],
): { block: string; path: string } | undefined {
  const compared = others.slice(0, mostCompared);
  const around = blocksAround(element, anchor);
  // A card ends where the next begins. Somebody alone has no such end: the nearest block says most.
  for (const candidate of others.length > 0 ? around.reverse() : around) {
    const block = describe(candidate, compared);
    if (selectorFault(block) || blocksOf([anchor, ...others], block)[0] !== candidate) continue;
    const alike = blocksOf([anchor, ...compared], block)
      .slice(1)
      .filter(one => one !== undefined);
    const path = pathTo(element, candidate, alike);
    if (path) return { block, path };
  }
  return undefined;
}

/** Elements around both, the nearest first. */
function blocksAround(element: Element, anchor: Element): Element[] {
  const blocks: Element[] = [];
  let block: Element | null = anchor;
  for (let level = 0; block && level < mostLevels; level++, block = block.parentElement) {
    const one: Element = block;
    if (one !== element && one.contains(element)) blocks.push(one);
  }
  return blocks;
}

/**
 * The shortest way from a block to an element in it: of those that lead there alone, the one that leads somewhere in most
 * of the blocks that are `alike`.
 */
export function pathTo(element: Element, block: Element, alike: readonly Element[] = []): string | undefined {
  let best: { path: string; fits: number } | undefined;
  let left = mostWays;
  for (const path of ways(element, block)) {
    if (left-- === 0) break;
    if (selectorFault(path) || onlyAt(block, path) !== element) continue;
    const fits = alike.filter(other => onlyAt(other, path)).length;
    if (!best || fits > best.fits) best = { path, fits };
    if (fits === alike.length) break;
  }
  return best?.path;
}

/** Ways to an element, the plainest first. */
function* ways(element: Element, block: Element): Generator<string> {
  const own = names(element);
  yield* own;
  const between: Element[] = [];
  for (let one = element.parentElement; one && one !== block; one = one.parentElement) between.push(one);
  for (const one of between) for (const outer of names(one)) for (const name of own) yield `${outer} ${name}`;
  const steps = [element, ...between].reverse().map(one => standing(one));
  yield [':scope', ...steps].join(' > ');
  if (steps.length > 1) yield steps.join(' > ');
}

/** What an element is called by itself: by a class or its meaning, else by its kind. */
function names(element: Element): string[] {
  const kind = element.localName;
  const meaning = element.getAttribute('itemprop');
  return [
    ...classesOf(element).map(name => `${kind}.${name}`),
    ...(meaning && /^[a-z]{1,40}$/i.test(meaning) ? [`${kind}[itemprop="${meaning}"]`] : []),
    kind,
    `${kind}:first-of-type`,
    `${kind}:last-of-type`,
  ];
}

/** An element among its siblings. */
function standing(element: Element): string {
  const kind = element.localName;
  const alike = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === kind);
  if (alike.length === 1) return kind;
  if (alike[0] === element) return `${kind}:first-of-type`;
  if (alike.at(-1) === element) return `${kind}:last-of-type`;
  const before = element.previousElementSibling;
  return before ? `${standing(before)} + ${kind}` : `${kind}:first-child`;
}

/** A block by its kind and the classes it shares with those of the others. */
function describe(block: Element, others: readonly Element[]): string {
  const alike = others.flatMap(other => other.closest(block.localName) ?? []);
  const shared = classesOf(block).filter(name => alike.every(other => other.classList.contains(name)));
  return [block.localName, ...shared.slice(0, 3)].join('.');
}

/** Classes with digits are mostly made by a tool, and others tomorrow. */
const classesOf = (element: Element): string[] =>
  [...element.classList].filter(name => /^[a-z][a-z_-]{1,40}$/i.test(name));
