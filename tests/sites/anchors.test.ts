// Each anchor of each adapter is renamed or removed in turn, on each golden page: somebody may be missed, nobody is ever wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeenIdentity } from '../../lib/model/identity';
import { builtInRecipes, codeSites, siteFor } from '../../lib/sites/all-sites';
import type { Site } from '../../lib/sites/site';
import { withoutComments } from '../rules/source-tree';
import { anchorsOf, hooksIn } from './anchors';
import { expectNobodyWrong, without } from './imitation';
import { loadPage, pageNames } from './load-page';

/** The hooks of adapters that are code stand in one file of theirs. */
function hooksOfCode(site: Site): string[] {
  const folder = join(import.meta.dirname, '../../lib/sites', site.id);
  const sources = readdirSync(folder).filter(name => name === 'selectors.ts');
  const texts = sources.flatMap(name =>
    [...withoutComments(readFileSync(join(folder, name), 'utf8')).matchAll(/'([^']+)'/g)].map(
      ([, text]) => text ?? '',
    ),
  );
  return [...new Set(texts.filter(text => /[.#[]/.test(text)).flatMap(hooksIn))];
}

const anchors = new Map([
  ...builtInRecipes.map(recipe => [recipe.id, anchorsOf(recipe)] as const),
  ...codeSites.map(site => [site.id, hooksOfCode(site)] as const),
]);

/** An account in both its forms. */
const forms = ({ kind, value, id }: SeenIdentity) =>
  [value, ...(id ? [id] : [])].map(form => `${kind}:${form.toLowerCase()}`);
const isAmong = (identity: SeenIdentity, known: Iterable<string> | undefined) =>
  forms(identity).some(form => new Set(known).has(form));
/** An entry of a recipient field that is no address stands as it is written. */
const isWritten = ({ kind, value }: SeenIdentity) => kind === 'email' && !value.includes('@');

/** A row of Gmail may stand for any of those who wrote in the conversation. */
const writers = (row: Element) =>
  [...row.querySelectorAll('[email]')].map(({ attributes }) =>
    `email:${attributes.getNamedItem('email')?.value}`.toLowerCase(),
  );

describe.each(pageNames())('%s', name => {
  it('shows nobody wrong, whichever anchor is gone', () => {
    const { document, url, expected } = loadPage(name);
    const site = siteFor(document, url);
    if (!site) return;
    const truth = site.read(document, url);
    const rows = new Map(
      site
        .rows(document, url)
        .map(({ element, identity }) => [element, [...forms(identity), ...writers(element)]]),
    );
    const boxes = site.composers(document, url).flatMap(({ recipients }) => recipients.flatMap(forms));
    const people = (truth?.people ?? []).flatMap(({ identities }) => identities.flatMap(forms));
    // The user is no contact: a mark beside them is never drawn.
    const own = (expected.own ?? []).flatMap(forms);
    if (truth?.ownAddress) own.push(`email:${truth.ownAddress.toLowerCase()}`);
    const everybody = [...people, ...boxes, ...own, ...[...rows.values()].flat()];
    for (const hook of anchors.get(site.id) ?? []) {
      without(document, hook, '', () => {
        expectNobodyWrong(site.read(document, url), truth, hook, expected.alsoCalled);
        const marks = site.rows(document, url);
        const wrongMarks = marks.filter(
          ({ element, identity }) => !isAmong(identity, [...(rows.get(element) ?? everybody), ...own]),
        );
        expect(
          wrongMarks.map(({ identity }) => identity),
          `${hook}: marks`,
        ).toEqual([]);
        const answered = site.composers(document, url).flatMap(({ recipients }) => recipients);
        const wrong = answered.filter(one => !isWritten(one) && !isAmong(one, everybody));
        expect(wrong, `${hook}: boxes`).toEqual([]);
      });
    }
    expect(site.read(document, url)).toEqual(truth);
  });
});

it('every site has anchors', () => {
  for (const [site, hooks] of anchors) expect(hooks.length, site).toBeGreaterThan(4);
});
