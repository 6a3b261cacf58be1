// Values that stand where the user pointed on this site: read at the same place of everybody's own block, and put first.
import type { PointableField } from '../model/capture-terms';
import type { PlaceRule } from '../model/pointed';
import { isUnseen, lineIn } from './element-text';
import type { Found, Reading } from './finding';
import { phonesIn, phoneValue } from './phone';
import { emailValues, linkValue, plainValue } from './values';

/** The most characters of a value; what is longer is no value but text. */
const longest = 160;

/** Text that was pointed at, and the link it stands in. */
export type Said = { text: string; href?: string | undefined; base: string };

/** What an element or a text says; undefined where it says nothing, or too much. */
export function saidBy(node: Node): Said | undefined {
  const element = elementOf(node);
  const text = element === node ? lineIn(element, longest) : plainValue(node.nodeValue ?? '', longest);
  if (!element || !text) return undefined;
  const href = element.closest('a[href]')?.getAttribute('href') ?? undefined;
  return { text, href, base: element.baseURI };
}

/** What was said as a value of a field; undefined where it can't be one. */
export function valueSaid(
  { text, href, base }: Said,
  field: PointableField,
  country?: string,
): Pick<Found, 'field' | 'value'> | undefined {
  if (field !== 'contact') {
    const value = plainValue(text, longest);
    return value ? { field, value } : undefined;
  }
  const scheme = /^\s*(mailto|tel):/i.exec(href ?? '')?.[1]?.toLowerCase();
  const [email, ...others] = scheme === 'mailto' ? emailValues(href ?? '') : emailValues(text);
  if (email && others.length === 0) return { field: 'email', value: email };
  const [number, ...more] = phonesIn(text, country);
  const phone = (scheme === 'tel' && phoneValue(href ?? '', country)) || number?.value;
  if (phone && more.length === 0) return { field: 'phone', value: phone };
  const link = href && linkValue(href, base);
  return link ? { field: 'link', value: link } : undefined;
}

/** The node that says where on the page a person is: that of their name, else of what else is known of them. */
export function anchorOf(values: readonly Found[]): Element | undefined {
  const shown = values.filter(({ node }) => node && !elementOf(node)?.closest('head, script'));
  const { node } = shown.find(({ field }) => field === 'name') ?? shown[0] ?? {};
  return node && elementOf(node);
}

/** The element that a node is, or stands in. */
export const elementOf = (node: Node): Element | undefined =>
  (node.nodeType === 1 ? (node as Element) : node.parentElement) ?? undefined;

/** The part of the page that is about each person and nobody else. */
export function blocksOf(anchors: readonly (Element | undefined)[], block: string): (Element | undefined)[] {
  const blocks = anchors.map(anchor => anchor?.closest(block) ?? undefined);
  const spent = new Set<Element>();
  const seen = new Set<Element>();
  for (const one of blocks) {
    if (!one) continue;
    if (seen.has(one)) spent.add(one);
    seen.add(one);
    const around = one.parentElement?.closest(block);
    if (around) spent.add(around);
  }
  return blocks.map(one => (one && !spent.has(one) ? one : undefined));
}

/** The one element that a path leads to. */
export function onlyAt(block: Element, path: string): Element | undefined {
  const found = block.querySelectorAll(path);
  return found.length === 1 ? found[0] : undefined;
}

/** Puts what stands at the places first, person by person, in `people` itself. */
export function* readPointed(people: Found[][], rules: readonly PlaceRule[], country?: string): Reading {
  const anchors = people.map(anchorOf);
  for (const rule of rules) {
    yield;
    const found = blocksOf(anchors, rule.block).map(block => block && foundAt(block, rule, country));
    const said = found.flatMap(one => one?.value ?? []);
    // What everybody is said to be says nothing of anybody.
    if (said.length > 1 && new Set(said).size === 1) continue;
    for (const [place, one] of found.entries()) {
      const values = people[place];
      if (one && values) people[place] = withFirst(values, one);
    }
  }
}

function foundAt(block: Element, { field, path }: PlaceRule, country?: string): Found | undefined {
  const node = onlyAt(block, path);
  const said = node && !isUnseen(node) ? saidBy(node) : undefined;
  const isWay = field === 'email' || field === 'phone' || field === 'link';
  const value = said && valueSaid(said, isWay ? 'contact' : field, country);
  return node && value?.field === field ? { ...value, from: 'site', node } : undefined;
}

/** The values with one more that comes first in its field. */
export function withFirst<Value extends Pick<Found, 'field' | 'value'>>(
  values: readonly Value[],
  first: Value,
): Value[] {
  const rest = values.filter(({ field, value }) => field !== first.field || value !== first.value);
  const at = rest.findIndex(({ field }) => field === first.field);
  return at < 0 ? [...rest, first] : rest.toSpliced(at, 0, first);
}
