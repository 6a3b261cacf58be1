// Recipes as files.
import { describe, expect, it } from 'vitest';
import { readRecipe } from '../../components/dashboard/settings/recipe-file';
import { builtInRecipes } from '../../lib/sites/all-sites';

describe('a recipe that was saved as a file', () => {
  it.each(builtInRecipes)('is the same when it comes back ($name)', recipe => {
    expect(readRecipe(JSON.stringify(recipe, null, 2))).toEqual({ recipe });
  });
});

describe('a file that is no recipe', () => {
  it.each([
    ['', /not JSON/],
    ['{', /not JSON/],
    ['null', /recipe: /],
    ['[]', /recipe: /],
    ['{"format":1}', /id: /],
    [`"${'x'.repeat(300_000)}"`, /too large/],
    ['{"__proto__":{"format":1}}', /format: /],
  ])('%.20s is refused with a reason', (text, reason) => {
    expect(readRecipe(text)).toEqual({ faults: expect.arrayContaining([expect.stringMatching(reason)]) });
  });
});
