// How much of the golden pages is read right: precision and recall per field, and nothing that the page does not say.
import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBlock } from '../../lib/capture/block';
import type { Found } from '../../lib/capture/finding';
import { readPage } from '../../lib/capture/read-page';
import { captureFields } from '../../lib/model/capture-terms';
import { compare, type FieldCounts, type Mistake, noCounts } from './compare';
import { blockPaths, isHeld, loadBlock, loadPage, pagePaths } from './load-page';
import { isSaid } from './said';

const counts: FieldCounts = noCounts();
const organizations: FieldCounts = noCounts();
const pasted: FieldCounts = noCounts();
/** Of those pages that the reader was not made with. */
const held: FieldCounts = noCounts();
const out = process.env.REGULARS_MEASURE;

const read = (document: Document, url: URL) => {
  const page = readPage({ document, url });
  for (const _ of page.reading);
  return page.result();
};
const values = (people: Found[][]) => people.flat().map(({ value }) => value);

describe.skipIf(pagePaths().length === 0).each(pagePaths())('%s', path => {
  it('is read without a value that the page does not say', () => {
    const { document, url, html, expected } = loadPage(path);
    const result = read(document, url);
    const mistakes: Mistake[] = [];
    // What is expected is crossed off while it is compared.
    if (isHeld(path)) compare(result.people, structuredClone(expected.people), held, []);
    compare(result.people, expected.people, counts, mistakes);
    compare(
      result.organization ? [result.organization] : [],
      expected.organization ? [expected.organization] : [],
      organizations,
      [],
    );
    const all = [...result.people, ...(result.organization ? [result.organization] : [])];
    const invented = all
      .flat()
      .filter(found => !isSaid(found, html, document, url))
      .map(({ value }) => value);
    const never = values(all).filter(value => (expected.never ?? []).includes(value));
    if (out)
      appendFileSync(
        join(out, 'capture.jsonl'),
        `${JSON.stringify({ page: basename(path), mistakes, invented, never, country: [result.country, expected.country] })}\n`,
      );
    // A trap of a held-out page is counted as a mistake, and no more: mending it would be tuning.
    expect({ invented, never: isHeld(path) ? [] : never }).toEqual({ invented: [], never: [] });
  });
});

describe.skipIf(blockPaths().length === 0).each(blockPaths())('%s', path => {
  it('is read without a value that the text does not say', () => {
    const { text, expected } = loadBlock(path);
    const people = readBlock(text, expected.country ? { country: expected.country } : {}).people.map(
      one => one.values,
    );
    const mistakes: Mistake[] = [];
    compare(people, expected.people, pasted, mistakes);
    const never = values(people).filter(value => (expected.never ?? []).includes(value));
    if (out)
      appendFileSync(
        join(out, 'capture.jsonl'),
        `${JSON.stringify({ page: basename(path), mistakes, invented: [], never, country: [] })}\n`,
      );
    expect(never).toEqual([]);
  });
});

const share = (right: number, others: number) => (right + others === 0 ? 1 : right / (right + others));

describe.skipIf(pagePaths().length === 0)('all golden pages together', () => {
  it.each(['name', 'email'] as const)('have at most 2 of 100 %ss wrong and 10 of 100 missed', field => {
    const { right, wrong, missed } = counts[field];
    expect(right).toBeGreaterThan(0);
    expect(share(right, wrong)).toBeGreaterThanOrEqual(0.98);
    expect(share(right, missed)).toBeGreaterThanOrEqual(0.9);
  });
});

afterAll(() => {
  if (!out) return;
  const all = {
    people: counts,
    'people of held-out pages': held,
    organizations,
    'people in pasted text': pasted,
  };
  const table = Object.entries(all).flatMap(([of, fields]) =>
    captureFields.map(field => ({ of, field, counts: fields[field] })),
  );
  appendFileSync(join(out, 'capture-fields.jsonl'), table.map(line => `${JSON.stringify(line)}\n`).join(''));
});
