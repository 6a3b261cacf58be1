// Recipes as files: what stands in one is checked before anything is done with it.
import { type Recipe, recipeSchema } from '../../../lib/model/recipe';
import { saveFile } from '../save-file';

/** Characters; the largest built-in recipe has a tenth of it. */
const largest = 200_000;

export type ReadRecipe = { recipe: Recipe } | { faults: string[] };

/** A recipe from a file's text, or why it is refused: one sentence for each fault, with where it stands. */
export function readRecipe(text: string): ReadRecipe {
  if (text.length > largest) return { faults: ['The file is too large to be a recipe.'] };
  const json = parseJson(text);
  if (json === undefined) return { faults: ['The file is not JSON.'] };
  const parsed = recipeSchema.safeParse(json);
  if (parsed.success) return { recipe: parsed.data };
  return {
    faults: parsed.error.issues
      .slice(0, 10)
      .map(({ path, message }) => `${path.map(String).join('.') || 'recipe'}: ${message}`),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Offers a recipe as a file, which can be changed and brought in again. */
export function saveRecipeFile(recipe: Recipe): void {
  saveFile(
    `${recipe.id}.recipe.json`,
    new Blob([`${JSON.stringify(recipe, null, 2)}\n`], { type: 'application/json' }),
  );
}
