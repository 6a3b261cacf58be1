// What the head of a page says: Open Graph profiles, authors in `meta` elements, the name of the site.
import { cjk } from '../../identity/names';
import { decodeEntities } from '../entities';
import type { Finding, Found, Page, Read } from '../finding';
import { looksLikeName, statedName } from '../person-name';
import { baseOf, emailValues, linkValue, plainValue } from '../values';

const authors = new Set(
  'author article:author book:author parsely-author sailthru.author dc.creator dcterms.creator citation_author byl'.split(
    ' ',
  ),
);

type Meta = { name: string; content: string };

/** The profile that the page is, who wrote it, and the organization that its site is named after. */
export const readOpenGraph: Read = function* (page, findings) {
  const metas = metasOf(page.document);
  const first = (name: string): string | undefined => metas.find(meta => meta.name === name)?.content;
  const site = plainValue(decodeEntities(first('og:site_name') ?? ''), 120);
  if (site) findings.push({ about: 'organization', values: [found('name', site)], isMain: true });
  yield;
  const profile = profileOf(first, page);
  if (profile) findings.push(profile);
  findings.push(...authorsOf(metas, site, page));
};

function metasOf(document: Document): Meta[] {
  return [...document.querySelectorAll('meta[content]')].slice(0, 500).flatMap(element => {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
    const content = element.getAttribute('content') ?? '';
    return name && content.length <= 2048 ? [{ name, content }] : [];
  });
}

function profileOf(first: (name: string) => string | undefined, page: Page): Finding | undefined {
  const given = first('profile:first_name') ?? first('og:profile:first_name');
  const family = first('profile:last_name') ?? first('og:profile:last_name');
  const whole = given && family && (cjk.test(given + family) ? family + given : `${given} ${family}`);
  const title = first('og:type') === 'profile' ? first('og:title') : undefined;
  const name = whole ? statedName(whole) : title && looksLikeName(title) ? statedName(title) : undefined;
  if (!name) return undefined;
  const link = linkValue(first('og:url') ?? '', baseOf(page));
  return {
    about: 'person',
    values: [found('name', name), ...(link && first('og:type') === 'profile' ? [found('link', link)] : [])],
    isMain: true,
    ...(link && { ids: [link] }),
  };
}

/** Addresses of profiles belong to the author where there is one only. */
function authorsOf(metas: Meta[], site: string | undefined, page: Page): Finding[] {
  const told = metas
    .filter(({ name }) => authors.has(name))
    .map(({ content }) => decodeEntities(content).trim());
  const names = [
    ...new Set(
      told
        .map(text => text.replace(/^(?:by|von|por|par|di|door)\s+(?=\p{Lu})/iu, ''))
        .filter(text => looksLikeName(text) && text !== site)
        .flatMap(text => statedName(text) ?? []),
    ),
  ];
  const [only] = names;
  const links = told.flatMap(text => (/^https?:/i.test(text) ? (linkValue(text, baseOf(page)) ?? []) : []));
  const emails = metas
    .filter(({ name }) => name === 'citation_author_email')
    .flatMap(({ content }) => emailValues(content));
  if (!only) return [];
  if (names.length > 1)
    return names.slice(0, 50).map(name => ({ about: 'person', values: [found('name', name)] }));
  return [
    {
      about: 'person',
      values: [
        found('name', only),
        ...new Set(emails.map(email => found('email', email))),
        ...[...new Set(links)].map(link => found('link', link)),
      ],
      ...(links.length > 0 && { ids: [...new Set(links)] }),
      isMain: true,
    },
  ];
}

const found = (field: Found['field'], value: string): Found => ({ field, value, from: 'open-graph' });
