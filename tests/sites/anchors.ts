// What an adapter relies on: every class, id, attribute and element that stands in its selectors.
import type { Recipe } from '../../lib/model/recipe';

/** The hooks of a recipe: `.class`, `#id`, `[attribute]`, and names of elements that only this site has. */
export function anchorsOf(recipe: Recipe): string[] {
  const found = new Set<string>();
  visit(recipe.pages, found);
  visit(recipe.own, found);
  return [...found];
}

const selectors = new Set([
  'select',
  'find',
  'up',
  'root',
  'when',
  'scope',
  'self',
  'outside',
  'except',
  'group',
]);

function visit(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part !== 'string') visit(part, found);
    else if (selectors.has(name)) for (const hook of hooksIn(part)) found.add(hook);
    else if (name === 'attribute' && part !== 'value') found.add(`[${part}]`);
  }
}

/** The simple hooks in a selector. */
export function hooksIn(selector: string): string[] {
  const attributes = [...selector.matchAll(/\[\s*([\w-]+)/g)].map(([, name]) => `[${name}]`);
  const rest = selector.replace(/\[[^\]]*\]/g, '');
  const plain = [...rest.matchAll(/[.#][a-z_-][\w-]*/gi)].map(([hook]) => hook);
  const elements = [...rest.matchAll(/(?:^|[\s>+,(])([a-z]+-[\w-]+)/g)].map(([, name]) => name ?? '');
  return [...attributes, ...plain, ...elements];
}
