// Import of people from a file: file, columns and a check of what would change, then the import, and the way back.
import { Check } from './Check';
import { ChooseFile } from './ChooseFile';
import { Done } from './Done';
import { stage } from './import-work';
import { Working } from './Working';

const steps = [
  { at: 'file', label: 'File' },
  { at: 'check', label: 'Check' },
  { at: 'working', label: 'Import' },
  { at: 'done', label: 'Done' },
] as const;

export function ImportScreen() {
  const current = stage.value;
  const reached = steps.findIndex(({ at }) => at === current.at);
  return (
    <main class="pane import">
      <header class="head">
        <h1>Import people</h1>
        <ol class="steps" aria-label="Steps of the import">
          {steps.map(({ at, label }, place) => (
            <li
              key={at}
              class={place < reached ? 'done' : undefined}
              aria-current={place === reached ? 'step' : undefined}
            >
              {label}
            </li>
          ))}
        </ol>
      </header>
      {current.at === 'file' && <ChooseFile problem={current.problem} />}
      {current.at === 'check' && <Check stage={current} />}
      {current.at === 'working' && <Working stage={current} />}
      {current.at === 'done' && <Done stage={current} />}
    </main>
  );
}
