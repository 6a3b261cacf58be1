// Recipes as files bring them: what is refused, with which reason, and that the built-in ones pass the same check.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipeSchema } from '../../lib/model/recipe';
import { selectorFault } from '../../lib/model/selector';
import { builtInRecipes } from '../../lib/sites/all-sites';

const reasons = (recipe: unknown) => {
  const parsed = recipeSchema.safeParse(recipe);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe.each(builtInRecipes)('the recipe of $name', recipe => {
  it('is one that a file could bring', () => {
    expect(reasons(JSON.parse(JSON.stringify(recipe)))).toEqual([]);
  });
});

describe('selectors', () => {
  it.each([
    'a',
    '*',
    '.a.b#c',
    'a[href^="/in/"]',
    "a[title='x y' i]",
    'li.comment > article .fn',
    ':scope > article',
    '> article',
    'a:not(.b, .c:first-child) + p',
    ':is(h1, h2) a',
    'ytd-comment-view-model #author-text',
    '.ünï',
    'a,b , c',
  ])('%s may be used', selector => expect(selectorFault(selector)).toBeUndefined());

  it.each([
    [':is(a b) c', /one element/],
    ['a:not(b > c)', /one element/],
    [':where(:is(a + b))', /one element/],
    [':is(> a)', /can’t be read/],
    ['div:has(a)', /:has/],
    ['a:nth-child(2n+1)', /:nth-child/],
    ['a:hover', /:hover/],
    ['::before', /::before/],
    ['a ~ b', /“~ b”/],
    ['a b c d e f g', /6 elements/],
    [':is(:is(:is(:is(a))))', /nested/],
    [Array.from({ length: 30 }, () => 'a').join(','), /24 alternatives/],
    ['a[href', /can’t be read/],
    ['a]', /can’t be read/],
    ['a,', /can’t be read/],
    ['', /can’t be read/],
    ['a{}', /can’t be read/],
    ['a[b="c\\"d"]', /can’t be read/],
    [':not(a', /not closed/],
  ])('%s is refused', (selector, reason) => expect(selectorFault(selector)).toMatch(reason));

  it('what may be used is understood by the browser', () => {
    const part = fc.constantFrom(
      'a',
      '*',
      '.b',
      '#c',
      '[d]',
      '[e="f g"]',
      ':not(.h)',
      ':is(i, .j)',
      ':first-child',
    );
    const compound = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join(''));
    const text = fc
      .array(compound, { minLength: 1, maxLength: 4 })
      .chain(parts => fc.constantFrom(' ', ' > ', ' + ', ', ').map(between => parts.join(between)));
    fc.assert(
      fc.property(text, selector => {
        if (selectorFault(selector) === undefined) document.querySelector(selector);
      }),
    );
  });

  it('takes time in proportion to its length, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), text => {
        selectorFault(text);
      }),
    );
    for (const piece of [':is(', '[a', ' ', 'a ', '*', '.', '>', ',', "'"]) {
      const start = performance.now();
      selectorFault(piece.repeat(600 / piece.length));
      expect(performance.now() - start).toBeLessThan(50);
    }
  });
});

describe('a recipe', () => {
  const good = {
    format: 1,
    id: 'forum',
    name: 'Forum',
    hosts: ['forum.example'],
    presence: 'sidebar',
    channel: 'web',
    pages: [
      {
        kind: 'conversation',
        paths: ['/t/{}'],
        items: [
          {
            select: '.post',
            role: 'author',
            person: {
              identities: [{ kind: 'web', value: { find: 'a.user', attribute: 'href', path: '/u/{}' } }],
            },
          },
        ],
      },
    ],
  };
  const withChange = (change: (recipe: typeof good) => unknown) => {
    const copy = structuredClone(good);
    change(copy);
    return copy;
  };

  it('that is well made is taken', () => expect(reasons(good)).toEqual([]));

  it.each([
    ['of another format', (recipe: typeof good) => Object.assign(recipe, { format: 2 }), /format/],
    [
      'with a field nobody knows',
      (recipe: typeof good) => Object.assign(recipe, { run: 'x()' }),
      /run|Unrecognized/,
    ],
    [
      'with an id that is no name',
      (recipe: typeof good) => Object.assign(recipe, { id: '../x' }),
      /id: An id has/,
    ],
    ['for all hosts', (recipe: typeof good) => recipe.hosts.push('*'), /hosts\.1: This is no host/],
    ['for a host with a path', (recipe: typeof good) => recipe.hosts.push('x.example/y'), /hosts\.1/],
    ['without pages', (recipe: typeof good) => recipe.pages.splice(0), /pages/],
    [
      'with a path that is no pattern',
      (recipe: typeof good) => recipe.pages[0]?.paths.push('/a/*/{}/**/b'),
      /path pattern/,
    ],
    [
      'with two holes in one part',
      (recipe: typeof good) => recipe.pages[0]?.paths.push('/{}{}'),
      /path pattern/,
    ],
    [
      'with a selector that could search for long',
      (recipe: typeof good) => Object.assign(recipe.pages[0]?.items[0] ?? {}, { select: 'div:has(* *)' }),
      /pages\.0\.items\.0\.select: The pseudo-class :has/,
    ],
  ])('%s is refused with the reason', (_what, change, reason) =>
    expect(reasons(withChange(change)).join('\n')).toMatch(reason),
  );
});
