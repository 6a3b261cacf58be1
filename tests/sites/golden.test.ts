// Every golden page is read as its author expected; the pages were written from facts, not from the adapters.
import { describe, expect, it } from 'vitest';
import { sightingSchema } from '../../lib/model/sighting';
import { allSites, siteFor } from '../../lib/sites/all-sites';
import { loadPage, pageNames } from './load-page';

const pages = pageNames();
/** The pages were written as of the 9th of November 2026. */
const now = Date.UTC(2026, 10, 10);
const parts = {
  signature: '.gmail_signature, .gmail_signature_prefix, #_rc_sig',
  quote: '.gmail_quote, .gmail_quote_container, #reply-intro, blockquote, #appendonsend, hr',
};

describe.each(pages)('%s', name => {
  const { document, url, expected } = loadPage(name);
  const site = siteFor(document, url);
  const sighting = site?.read(document, url, now);

  it('is recognised as a page of the site it is named after', () => {
    expect(site?.id ?? null).toBe(expected.site === undefined ? name.split('--')[0] : expected.site);
  });

  it('shows the people, the conversation and the account that its author saw', () => {
    if (expected.sighting === null) return expect(sighting).toBeUndefined();
    const { conversation, ...frame } = expected.sighting;
    expect(only(sighting, frame)).toEqual(frame);
    const { messages, ...head } = conversation ?? {};
    expect(only(sighting?.conversation, head)).toEqual(head);
    const seen = sighting?.conversation?.messages ?? [];
    const wanted = messages?.map(({ textMustNotInclude: _, at: __, ...message }) => message) ?? seen;
    expect(seen.map((message, place) => only(message, wanted[place] ?? message))).toEqual(wanted);
    if (!conversation) expect(sighting?.conversation).toBeUndefined();
  });

  it('dates the messages as the page does', () => {
    const seen = sighting?.conversation?.messages ?? [];
    for (const [place, { at }] of (expected.sighting?.conversation?.messages ?? []).entries()) {
      if (at) expect(minute(seen[place]?.at), `message ${place}`).toBe(minute(Date.parse(at)));
    }
  });

  it('gives a sighting that the background accepts', () => {
    expect(sightingSchema.optional().safeParse(sighting).error).toBeUndefined();
  });

  it('takes nothing from quoted mail', () => {
    const found = expected.sighting?.conversation?.messages?.flatMap(({ textMustNotInclude = [] }, place) => {
      const text = sighting?.conversation?.messages[place]?.text ?? '';
      return textMustNotInclude.filter(words => text.includes(words));
    });
    expect(found ?? []).toEqual([]);
  });

  if (expected.rows) {
    it('marks the rows its author saw', () => {
      expect((site?.rows(document, url) ?? []).map(row => row.identity)).toEqual(expected.rows);
    });
  }

  it('has the reply boxes its author saw, each bound to its recipients', () => {
    const composers = site?.composers(document, url) ?? [];
    const wanted = expected.composers ?? [];
    expect(composers.map(composer => composer.recipients)).toEqual(
      wanted.map(composer => composer.recipients),
    );
    expect(composers.map(composer => composer.isPublic ?? false)).toEqual(
      wanted.map(composer => composer.isPublic ?? false),
    );
    wanted.forEach(({ before }, place) => {
      if (before === null) expect(composers[place]?.before).toBeUndefined();
      if (before) expect(composers[place]?.before).toSatisfy(isElementLike(parts[before]));
    });
  });

  it('is not changed by being read', () => {
    const { document: fresh } = loadPage(name);
    const before = fresh.documentElement.outerHTML;
    site?.read(fresh, url);
    site?.rows(fresh, url);
    site?.composers(fresh, url);
    expect(fresh.documentElement.outerHTML).toBe(before);
  });
});

it('every site has a golden page', () => {
  const covered = new Set(pages.map(page => page.split('--')[0]));
  expect(allSites.map(site => site.id).filter(id => !covered.has(id))).toEqual([]);
});

it('a page without its .json, or without an address, is refused', () => {
  expect(() => loadPage('gmail--not-there.html')).toThrow(/has no .*gmail--not-there\.json/);
});

/** Pages print minutes. */
const minute = (at: number | undefined) => Math.floor((at ?? Number.NaN) / 60_000);

/** The keys of `value` that `wanted` has; a message's `text` and `at` only where they are wanted. */
function only(value: object | undefined, wanted: object): object {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(
      ([key]) => key in wanted || (!['text', 'at'].includes(key) && 'from' in wanted),
    ),
  );
}

function isElementLike(selector: string): (node: unknown) => boolean {
  return node => node instanceof Element && node.matches(selector);
}
