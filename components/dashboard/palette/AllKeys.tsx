// All keys that work at the moment, from the same list that runs them.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { commands } from './commands';

/** Keys that belong to a part of the page rather than to a command. */
const inParts: [string, string, string][] = [
  ['In a list', '↑ ↓', 'Move by a row'],
  ['In a list', 'Page Up, Page Down', 'Move by a page'],
  ['In a list', 'Home, End', 'First or last row'],
  ['In a list', 'Space', 'Select the row'],
  ['In a list', 'Shift ↑ ↓', 'Select as you move'],
  ['In a list', 'Ctrl A', 'Select everybody shown'],
  ['In a list', 'Enter', 'Open the page'],
  ['In a list', 'Esc', 'Unselect; then close the card'],
  ['Everywhere', 'Ctrl Z', 'Take back what was just done'],
  ['Everywhere', 'Ctrl Enter', 'Save the note you are in'],
];

export function AllKeys({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key is pressed: it is meant for the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const own = commands.value.flatMap(({ group, keys, label }): [string, string, string][] =>
    keys ? [[group, keys, label]] : [],
  );
  const groups = Map.groupBy([...own, ...inParts], ([group]) => group);
  return (
    <dialog class="all-keys" ref={dialog} aria-labelledby="all-keys" onClose={onClose}>
      <header class="row">
        <h2 id="all-keys" class="grow">
          Keys
        </h2>
        <button type="button" class="btn small" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <p class="mute">Letters work while you are not typing. On a Mac, Ctrl is ⌘.</p>
      {[...groups].map(([group, lines]) => (
        <section key={group}>
          <h3 class="when">{group}</h3>
          <dl class="leaders">
            {lines.map(([, keys, label]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
