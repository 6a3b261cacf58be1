// How much of the golden pages, and of saved real ones, every adapter reads right: nobody may be wrong.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeenIdentity } from '../../lib/model/identity';
import type { Sighting } from '../../lib/model/sighting';
import { siteFor } from '../../lib/sites/all-sites';
import { loadPage, pageNames, parsePage } from './load-page';
import { countsOf, record } from './record';

const identity = ({ kind, value }: SeenIdentity) => `${kind}:${value}`.toLowerCase();
const called = ({ identities: [first], name }: Sighting['people'][number]) =>
  first ? identity(first) : `name:${name}`;

describe.each(pageNames())('%s', name => {
  it('is read without anybody wrong', () => {
    const { document, url, expected } = loadPage(name);
    const site = siteFor(document, url);
    const id = name.split('--')[0] ?? '';
    const seen = site?.read(document, url)?.people.map(called) ?? [];
    const people = countsOf(seen, (expected.sighting?.people ?? []).map(called));
    record(id, 'golden', 'people', people);
    expect(people.wrong).toBe(0);
    if (!expected.rows) return;
    const marks = countsOf(
      (site?.rows(document, url) ?? []).map(row => identity(row.identity)),
      expected.rows.map(identity),
    );
    record(id, 'golden', 'marks', marks);
    expect(marks.wrong).toBe(0);
  });
});

/** What was seen on a saved page by whoever looked at it; people stand as the first 12 digits of a SHA-256. */
type Saved = {
  kind: string;
  people: string[];
  roles: string[];
  messages: number;
  rows: string[];
  composers: number;
};

const corpus = process.env.REGULARS_CORPUS;
const folder = join(import.meta.dirname, 'saved');
const hashed = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

describe.skipIf(!corpus)('real pages that were saved (skipped without REGULARS_CORPUS)', () => {
  it.each(readdirSync(folder))('%s', file => {
    const path = join(corpus ?? '', 'pages', file.replace(/json$/, 'html'));
    if (!existsSync(path)) throw new Error(`REGULARS_CORPUS has no ${path}`);
    const wanted: Saved = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const html = readFileSync(path, 'utf8');
    const document = parsePage(html);
    const url = new URL(/<!-- url: (\S+)/.exec(html)?.[1] ?? '');
    const site = siteFor(document, url);
    const sighting = site?.read(document, url);
    const people = (sighting?.people ?? []).map(person => hashed(called(person)));
    const rows = (site?.rows(document, url) ?? []).map(row => hashed(identity(row.identity)));
    const id = site?.id ?? 'nobody';
    record(id, 'saved', 'people', countsOf(people, wanted.people));
    record(id, 'saved', 'marks', countsOf(rows, wanted.rows));
    expect({
      kind: sighting?.kind,
      people,
      roles: sighting?.people.map(({ role }) => role),
      messages: sighting?.conversation?.messages.length ?? 0,
      rows,
      composers: site?.composers(document, url).length,
    }).toEqual(wanted);
  });
});
