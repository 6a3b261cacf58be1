// Import of people from a file: file, columns and a check of what would change, then the import, and the way back.
import { Check } from './Check';
import { ChooseFile } from './ChooseFile';
import { Done } from './Done';
import { stage } from './import-work';
import { Opening } from './Opening';
import { Working } from './Working';

const steps = [
  { at: 'file', label: 'File' },
  { at: 'check', label: 'Check' },
  { at: 'working', label: 'Import' },
  { at: 'done', label: 'Done' },
] as const;

export function ImportScreen() {
  const current = stage.value;
  const at = current.at === 'opening' ? 'file' : current.at;
  const reached = steps.findIndex(step => step.at === at);
  return (
    <main class="pane import">
      <header class="head">
        <h1>Import people</h1>
        <ol class="steps" aria-label="Steps of the import">
          {steps.map(({ label }, place) => (
            <li
              key={label}
              class={place < reached ? 'done' : undefined}
              aria-current={place === reached ? 'step' : undefined}
            >
              {label}
            </li>
          ))}
        </ol>
      </header>
      {current.at === 'file' && <ChooseFile problem={current.problem} />}
      {current.at === 'opening' && <Opening stage={current} />}
      {current.at === 'check' && <Check stage={current} />}
      {current.at === 'working' && <Working stage={current} />}
      {current.at === 'done' && <Done stage={current} />}
    </main>
  );
}
