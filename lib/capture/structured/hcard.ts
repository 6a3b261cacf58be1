// The properties of one h-card (microformats2) or vcard (classic hCard), by the parsing rules of microformats.org.

import { lineIn } from '../element-text';
import { cleanText } from '../values';

export type Property = { text: string; node: Element; kind?: string; inner?: Card };
/** Names of properties as microformats2 has them: `name`, `org`, `tel`. */
export type Card = {
  element: Element;
  properties: Map<string, Property[]>;
  /** Addresses that stand in it without being a property. */
  loose: Card[];
};

/** Classic names that are other ones today. */
const classic: Record<string, string> = {
  fn: 'name',
  org: 'org',
  title: 'job-title',
  role: 'role',
  email: 'email',
  tel: 'tel',
  url: 'url',
  adr: 'adr',
  label: 'label',
  'given-name': 'given-name',
  'family-name': 'family-name',
  'additional-name': 'additional-name',
  nickname: 'nickname',
  'organization-name': 'organization-name',
  'street-address': 'street-address',
  'extended-address': 'extended-address',
  locality: 'locality',
  region: 'region',
  'postal-code': 'postal-code',
  'country-name': 'country-name',
};
const ofAddresses = /^(?:h-|p-)?adr$|^h-geo$/;
const isRoot = (element: Element): boolean =>
  classes(element).some(name => /^h-[a-z]+(?:-[a-z]+)*$/.test(name) || name === 'vcard');

const classes = (element: Element): string[] =>
  (element.getAttribute('class') ?? '').slice(0, 1000).split(/\s+/);

const mostElements = 2000;

/** What the card that begins at `root` says. `base` is the page's address. */
export function cardAt(root: Element, base: string): Card {
  const isClassic = !classes(root).some(name => /^h-/.test(name));
  const card: Card = { element: root, properties: new Map(), loose: [] };
  const stack = [...root.children].reverse();
  for (let left = mostElements, at = stack.pop(); at && left > 0; left--, at = stack.pop()) {
    const isOwn = !isRoot(at) && !classes(at).some(name => ofAddresses.test(name));
    readProperties(at, card, isClassic, base);
    if (isOwn || (isClassic && !isRoot(at) && !classes(at).includes('adr'))) {
      for (const child of [...included(at), ...at.children].reverse()) stack.push(child);
    }
  }
  if (!isClassic) imply(card, base);
  return card;
}

/** The include pattern: `<a class="include" href="#id">`. */
function included(element: Element): Element[] {
  if (!classes(element).includes('include')) return [];
  const id = (element.getAttribute('href') ?? element.getAttribute('data') ?? '').slice(1, 200);
  const target = id ? element.ownerDocument.getElementById(id) : null;
  return target && !target.contains(element) ? [target] : [];
}

function readProperties(element: Element, card: Card, isClassic: boolean, base: string): void {
  const names = classes(element).flatMap(name => propertyNames(name, isClassic));
  const isAddress = classes(element).some(name => ofAddresses.test(name));
  const inner = isRoot(element) || isAddress ? cardAt(element, base) : undefined;
  if (inner && isAddress && !names.some(({ name }) => name === 'adr')) card.loose.push(inner);
  for (const { prefix, name } of names) {
    const text = inner?.properties.get('name')?.[0]?.text ?? valueAt(element, prefix, base, name);
    if (text === undefined) continue;
    const type = element.querySelector('.type')?.textContent.slice(0, 40).trim();
    const property = { text, node: element, ...(type && { kind: type }), ...(inner && { inner }) };
    card.properties.set(name, [...(card.properties.get(name) ?? []), property]);
  }
}

function propertyNames(name: string, isClassic: boolean): { prefix: string; name: string }[] {
  if (isClassic) {
    const today = Object.hasOwn(classic, name) ? classic[name] : undefined;
    return today ? [{ prefix: /^(?:url|email)$/.test(today) ? 'u' : 'p', name: today }] : [];
  }
  const [, prefix, property] = /^(p|u|e|dt)-([a-z]+(?:-[a-z]+)*)$/.exec(name) ?? [];
  // Inside of a classic address some mix both.
  return prefix && property ? [{ prefix, name: property }] : [];
}

/** The value of one property by its prefix; addresses are absolute. */
function valueAt(element: Element, prefix: string, base: string, name: string): string | undefined {
  const parts = valueParts(element, name);
  if (prefix === 'u' && parts === undefined) {
    const link = element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('data');
    if (link !== null && link.length <= 4096) return URL.parse(link.trim(), base)?.href;
  }
  const text = parts ?? attributeText(element) ?? lineIn(element, 1000);
  return prefix === 'u' && text && name !== 'email' ? (URL.parse(text, base)?.href ?? text) : text;
}

/** The value class pattern: only what is marked with `value` is the value. The parts of a name have a blank between them. */
function valueParts(element: Element, name: string): string | undefined {
  const parts = [...element.querySelectorAll('.value')].slice(0, 10);
  if (parts.length === 0) return undefined;
  const texts = parts.map(part => attributeText(part) ?? lineIn(part) ?? '');
  return cleanText(texts.join(name === 'name' ? ' ' : ''), 1000);
}

function attributeText(element: Element): string | undefined {
  const name = { abbr: 'title', link: 'title', data: 'value', input: 'value', img: 'alt', area: 'alt' }[
    element.localName
  ];
  const text = name && element.getAttribute(name);
  return text ? cleanText(text, 1000) : undefined;
}

/** Where a card has no properties of a kind, its text is the name and its only link the address. */
function imply(card: Card, base: string): void {
  const { element, properties } = card;
  const prefixes = new Set(
    [element, ...element.querySelectorAll('[class]')]
      .slice(1, mostElements)
      .flatMap(inner => classes(inner).flatMap(name => /^(p|e|u|h)-[a-z]/.exec(name)?.[1] ?? [])),
  );
  if (!properties.has('name') && !prefixes.has('p') && !prefixes.has('e') && !prefixes.has('h')) {
    const text = impliedName(element);
    if (text) properties.set('name', [{ text, node: element }]);
  }
  if (!properties.has('url') && !prefixes.has('u') && !prefixes.has('h')) {
    const link = [element, only(element, 'a, area'), only(onlyChild(element), 'a, area')].find(
      at => at?.matches('a[href], area[href]') === true,
    );
    const text = link && URL.parse(link.getAttribute('href') ?? '', base)?.href;
    if (link && text) properties.set('url', [{ text, node: link }]);
  }
}

function impliedName(element: Element): string | undefined {
  const pictured = [
    element,
    only(element, 'img, area, abbr'),
    only(onlyChild(element), 'img, area, abbr'),
  ].find(at => at?.matches('img[alt], area[alt], abbr[title]') === true);
  return (pictured && attributeText(pictured)) ?? lineIn(element, 1000);
}

/** The only child of these kinds, however many of others there are. */
function only(element: Element | undefined, kinds: string): Element | undefined {
  if (!element) return undefined;
  const found = [...element.children].slice(0, 50).filter(child => child.matches(kinds));
  return found.length === 1 ? found[0] : undefined;
}

const onlyChild = (element: Element): Element | undefined =>
  element.children.length === 1 ? (element.firstElementChild ?? undefined) : undefined;
