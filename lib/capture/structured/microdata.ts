// People and organizations of a page's microdata (HTML Living Standard, "Microdata").
import { countryOf } from '../country';
import { isUnseen, lineIn } from '../element-text';
import type { Page, Read } from '../finding';
import { baseOf } from '../values';
import { type Item, lastWord, type Value } from './item';
import { readPeople } from './schema-people';

/** `itemref` may name the same elements again and again. */
const mostElements = 60_000;

/** Who the microdata that the page shows presents. */
export const readMicrodata: Read = function* (page, findings) {
  const room = { left: mostElements };
  const roots: Item[] = [];
  for (const element of page.document.querySelectorAll('[itemscope]:not([itemprop])')) {
    if (!isUnseen(element)) roots.push(yield* readItem(element, page, room));
  }
  if (room.left <= 0) page.leftOut?.add('size');
  const country = countryOf(page);
  yield* readPeople(
    roots,
    { base: baseOf(page), from: 'microdata', resolve: value => value, ...(country && { country }) },
    findings,
  );
};

type Task = { element: Element; item: Item };

/** The item that begins at an element, with all that stands in it. */
function* readItem(root: Element, page: Page, room: { left: number }): Generator<undefined, Item> {
  const whole = itemAt(root);
  const inner: Task[] = [{ element: root, item: whole }];
  const begun = new Set([root]);
  for (let at = 0; at < inner.length; at++) {
    const task = inner[at];
    if (!task) break;
    for (const element of propertiesOf(task.element, page.document, room)) {
      if (!element) {
        yield;
        continue;
      }
      const value = valueAt(element, page);
      for (const name of namesAt(element)) {
        if (value) task.item.values.set(name, [...(task.item.values.get(name) ?? []), value]);
      }
      if (value && 'types' in value && !begun.has(element)) {
        begun.add(element);
        inner.push({ element, item: value });
      }
    }
  }
  return whole;
}

const namesAt = (element: Element): string[] =>
  (element.getAttribute('itemprop') ?? '')
    .slice(0, 300)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
    .map(lastWord);

function itemAt(element: Element): Item {
  const types = (element.getAttribute('itemtype') ?? '').slice(0, 500).split(/\s+/).filter(Boolean);
  const id = element.getAttribute('itemid')?.slice(0, 2048);
  return { types: types.map(lastWord), values: new Map(), element, ...(id && { id }) };
}

/** The elements with a property of the item that begins at `root`, in the order of the page; undefined for a pause. */
function* propertiesOf(
  root: Element,
  document: Document,
  room: { left: number },
): Generator<Element | undefined, void> {
  const referred = (root.getAttribute('itemref') ?? '')
    .slice(0, 500)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 20);
  const stack = [
    ...referred.flatMap(id => document.getElementById(id) ?? []).reverse(),
    ...[...root.children].reverse(),
  ].filter(element => element !== root);
  for (let element = stack.pop(); element && room.left > 0; element = stack.pop()) {
    if (room.left-- % 200 === 0) yield undefined;
    if (element.hasAttribute('itemprop')) yield element;
    if (element.hasAttribute('itemscope') || element.localName === 'template') continue;
    for (let child = element.lastElementChild; child; child = child.previousElementSibling) stack.push(child);
  }
}

const addresses: Record<string, string> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  source: 'src',
  track: 'src',
  video: 'src',
  object: 'data',
};

function valueAt(element: Element, page: Page): Value | undefined {
  if (element.hasAttribute('itemscope')) return itemAt(element);
  const name = element.localName;
  const text = element.getAttribute('content') ?? ofOwnKind(element, name, page);
  return text === undefined || text.length > 4096 ? undefined : { text, node: element };
}

/** A link under a property that is not about links (`<a itemprop="name">`) has its text for a value in practice. */
function ofOwnKind(element: Element, name: string, page: Page): string | undefined {
  const attribute = Object.hasOwn(addresses, name) ? addresses[name] : undefined;
  const isText =
    /\b(?:name|jobTitle|givenName|familyName|telephone|author|worksFor|affiliation|address\w+)\b/.test(
      element.getAttribute('itemprop') ?? '',
    );
  if (attribute && !isText) return addressAt(element.getAttribute(attribute), page);
  if (name === 'data' || name === 'meter') return element.getAttribute('value') ?? lineIn(element);
  if (name === 'time') return element.getAttribute('datetime') ?? lineIn(element);
  return lineIn(element);
}

function addressAt(text: string | null, page: Page): string | undefined {
  if (text === null || text.length > 4096) return undefined;
  return /^(?:mailto|tel):/i.test(text.trim()) ? text.trim() : URL.parse(text.trim(), baseOf(page))?.href;
}
