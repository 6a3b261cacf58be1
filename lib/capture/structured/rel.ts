// Links by which a page says who wrote it (`rel=author`) and whose it is (`rel=me`).
import { isUnseen, lineIn } from '../element-text';
import type { Finding, Found, Page, Read } from '../finding';
import { looksLikeName } from '../person-name';
import { baseOf, emailValues, linkValue } from '../values';

const mostLinks = 300;

/**
 * Authors by their links. The links of `rel=me` are one finding without a name: they belong to whom the page is about,
 * or to whose card they stand in.
 */
export const readRel: Read = function* (page, findings) {
  const authors = new Map<string, Finding>();
  const own: Found[] = [];
  const links = page.document.querySelectorAll('a[rel~="author" i], a[rel~="me" i], link[rel~="me" i]');
  for (const [at, element] of [...links].slice(0, mostLinks).entries()) {
    if (at % 100 === 99) yield;
    if (/(?:^|\s)me(?:\s|$)/i.test(element.getAttribute('rel') ?? '')) own.push(...ownValues(element, page));
    else addAuthor(element, page, authors);
  }
  if (authors.size === 1) for (const author of authors.values()) author.isMain = true;
  findings.push(...authors.values());
  if (own.length > 0) findings.push({ about: 'person', values: own, isMain: true });
};

function ownValues(element: Element, page: Page): Found[] {
  const href = element.getAttribute('href') ?? '';
  const place = { from: 'rel' as const, ...(element.localName === 'a' && { node: element }) };
  const link = linkValue(href, baseOf(page));
  const emails = /^mailto:/i.test(href) ? emailValues(href) : [];
  return [
    ...(link ? [{ field: 'link' as const, value: link, ...place }] : []),
    ...emails.map(value => ({ field: 'email' as const, value, ...place })),
  ];
}

function addAuthor(element: Element, page: Page, authors: Map<string, Finding>): void {
  const name = isUnseen(element) ? undefined : lineIn(element, 80);
  if (!name || !looksLikeName(name) || authors.has(name)) return;
  const link = linkValue(element.getAttribute('href') ?? '', baseOf(page));
  const values: Found[] = [{ field: 'name', value: name, from: 'rel', node: element }];
  if (link && link !== page.url.href) values.push({ field: 'link', value: link, from: 'rel', node: element });
  authors.set(name, { about: 'person', values, ...(link && { ids: [link] }) });
}
