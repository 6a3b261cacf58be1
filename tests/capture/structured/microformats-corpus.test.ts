// The tests of microformats.org for h-card and hCard, as far as they say something of people.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMicroformats } from '../../../lib/capture/structured/microformats';
import { findingsOf, pageOf, values } from './read-html';

const corpus = process.env.REGULARS_CORPUS;
const folder = join(corpus ?? '', 'microformats');
const pages = corpus
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.html'))
  : [];

type Value = string | { value: string; type?: string[] };
type Entry = { type: string[]; properties: Record<string, Value[]>; children?: Entry[] };

const text = (value: Value): string => (typeof value === 'string' ? value : value.value).trim();
const texts = (entry: Entry, name: string): string[] => (entry.properties[name] ?? []).map(text);
const addressParts = ['street-address', 'extended-address', 'locality', 'region', 'postal-code'];

/** Every card that stands for itself, outer before inner. */
const cardsOf = (entries: Entry[]): Entry[] =>
  entries.flatMap(entry => [
    ...(entry.type.includes('h-card') ? [entry] : []),
    ...cardsOf(entry.children ?? []),
  ]);

function nameOf(entry: Entry): string | undefined {
  const [name] = texts(entry, 'name');
  const parts = [...texts(entry, 'given-name'), ...texts(entry, 'family-name')];
  return name ?? (parts.length === 2 ? parts.join(' ') : undefined);
}

/** An address that is no link of its own is read against the page by the rules: the address is what counts here. */
const emailsOf = (entry: Entry): string[] => [
  ...new Set(
    texts(entry, 'email').map(email =>
      email.replace(/^mailto:|^http:\/\/example\.com\//, '').replace(/\?.*/, ''),
    ),
  ),
];

/** The rules join the marked parts of a name without a blank, which is nobody's name: blanks are not compared. */
const joined = (name: string | undefined): string | undefined => name?.replaceAll(' ', '');

function expectedOf(entry: Entry) {
  const name = nameOf(entry);
  const addresses = [...(entry.children ?? []).filter(({ type }) => type.includes('h-adr')), entry];
  return {
    name: joined(name),
    company: texts(entry, 'org').filter(org => org !== name),
    title: texts(entry, 'job-title'),
    emails: emailsOf(entry),
    phones: texts(entry, 'tel'),
    links: texts(entry, 'url').map(url => new URL(url, 'http://example.com').href),
    address: addresses.flatMap(address => addressParts.flatMap(part => texts(address, part))),
  };
}

describe.skipIf(!corpus)('the tests of microformats.org', () => {
  it('are there', () => expect(pages.length).toBeGreaterThan(12));

  it.each(pages)('are read as they say: %s', name => {
    const html = readFileSync(join(folder, name), 'utf8');
    const json: { items: Entry[] } = JSON.parse(
      readFileSync(join(folder, name.replace(/html$/, 'json')), 'utf8'),
    );
    const expected = cardsOf(json.items)
      .map(expectedOf)
      .filter(card => card.name !== undefined);
    const found = findingsOf(readMicroformats, pageOf(html, 'http://example.com/'));
    expect(
      found.map((finding, at) => {
        const location = values(finding, 'location').join(' ');
        return {
          name: joined(values(finding, 'name')[0]),
          company: values(finding, 'company'),
          title: values(finding, 'title'),
          emails: values(finding, 'email'),
          phones: values(finding, 'phone'),
          links: values(finding, 'link'),
          address: (expected[at]?.address ?? []).filter(part => location.includes(part)),
        };
      }),
    ).toEqual(expected);
  });
});
