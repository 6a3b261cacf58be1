// Sites that a file describes: bringing a recipe in, saving one as a file, removing it.
import { FileJson } from 'lucide';
import { useState } from 'preact/hooks';
import type { Recipe } from '../../../lib/model/recipe';
import type { Settings } from '../../../lib/model/settings';
import { call } from '../../../lib/rpc/client';
import { builtInRecipes } from '../../../lib/sites/all-sites';
import { Icon } from '../../ui/Icon';
import { act } from '../act';
import { PointedPlaces } from './PointedPlaces';
import { readRecipe, saveRecipeFile } from './recipe-file';

const save = (text: string, recipes: Recipe[]) => act(text, () => call('settings.save', { recipes }));

export function Recipes({ settings: { recipes, sites, pointed } }: { settings: Settings }) {
  const [faults, setFaults] = useState<string[]>([]);
  const bring = async (file: File | undefined) => {
    if (!file) return;
    const read = readRecipe(await file.text());
    if ('faults' in read) return setFaults(read.faults);
    setFaults([]);
    const { id, name } = read.recipe;
    const others = recipes.filter(recipe => recipe.id !== id);
    const replaced = recipes.find(recipe => recipe.id === id);
    const done = replaced ? `${name} takes the place of ${replaced.name}` : `${name} can be chosen now`;
    await save(done, [...others, read.recipe]);
  };
  const remove = async ({ id, name }: Recipe) => {
    const left = sites.filter(choice => choice.site !== id);
    await act(`${name} removed`, () =>
      call('settings.save', { recipes: recipes.filter(recipe => recipe.id !== id), sites: left }),
    );
  };
  return (
    <section class="step">
      <h2>Recipes</h2>
      <p class="lead">
        A recipe is a file that says where a site shows who is writing. It is data, not a program. When a site
        has changed, a new recipe brings it back.
      </p>
      <div class="stack">
        <label class="field">
          <span class="label">Add a recipe from a file</span>
          <input
            type="file"
            accept=".json,application/json"
            aria-invalid={faults.length > 0}
            onChange={event => {
              void bring(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {faults.length > 0 && (
          <div role="alert" class="hint error">
            <p>This recipe is refused. Nothing was changed.</p>
            <ul>
              {faults.map(fault => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </div>
        )}
        {recipes.length > 0 && (
          <ul class="card" aria-label="Your recipes">
            {recipes.map(recipe => (
              <li key={recipe.id} class="row">
                <Icon node={FileJson} />
                <span class="grow cut">
                  <bdi>{recipe.name}</bdi>{' '}
                  <span class="mute">{recipe.hosts.join(', ') || 'your own host'}</span>
                </span>
                <SaveFile recipe={recipe} />
                <button
                  type="button"
                  class="btn small plain"
                  aria-label={`Remove the recipe of ${recipe.name}`}
                  onClick={() => void remove(recipe)}
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
        )}
        <PointedPlaces places={pointed} />
        <details class="more">
          <summary class="link">Built-in recipes as files</summary>
          <ul class="card">
            {builtInRecipes.map(recipe => (
              <li key={recipe.id} class="row">
                <span class="grow">{recipe.name}</span>
                <SaveFile recipe={recipe} />
              </li>
            ))}
          </ul>
          <p class="hint">To change one, give it an id of its own before you add it.</p>
        </details>
      </div>
    </section>
  );
}

function SaveFile({ recipe }: { recipe: Recipe }) {
  return (
    <button
      type="button"
      class="btn small"
      aria-label={`Save the recipe of ${recipe.name} as a file`}
      onClick={() => saveRecipeFile(recipe)}
    >
      Save as a file
    </button>
  );
}
