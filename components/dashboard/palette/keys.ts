// From a key that was pressed to the command it stands for. While somebody types, letters are letters.
import type { Command } from './commands';

/** How long (ms) the second key of a pair may be waited for. */
const patience = 1200;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key as commands name it: `C`, `Shift T`, `Ctrl K`, `?`; undefined for one that stands for nothing. */
export function nameOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | undefined {
  if (altKey || ['Control', 'Shift', 'Meta', 'Alt', 'AltGraph'].includes(key)) return undefined;
  const isLetter = key.length === 1 && key.toUpperCase() !== key.toLowerCase();
  const name = key.length === 1 ? key.toUpperCase() : key;
  const shift = isLetter && shiftKey ? 'Shift ' : '';
  return `${ctrlKey || metaKey ? 'Ctrl ' : ''}${shift}${name}`;
}

const fields = 'textarea, select, [contenteditable], input:not([type="checkbox"]):not([type="radio"])';

/** True where a key belongs to what has the focus: a field, an open dialog or an open menu. */
function isTaken({ target }: KeyboardEvent, name: string): boolean {
  if (document.querySelector('dialog[open], :popover-open')) return true;
  return !name.startsWith('Ctrl ') && target instanceof Element && target.closest(fields) !== null;
}

/** Runs commands by their keys. `list` gives those that can be run at the moment. */
export function listenForKeys(list: () => readonly Command[], signal: AbortSignal): void {
  let first: { name: string; at: number } | undefined;
  const press = (event: KeyboardEvent) => {
    const name = nameOfKey(event);
    if (!name || event.defaultPrevented || isTaken(event, name)) return;
    const before = first && event.timeStamp - first.at < patience ? `${first.name} ` : '';
    const isIt =
      (keys: string) =>
      ({ keys: own }: Command) =>
        own === keys;
    const command = list().find(isIt(before + name)) ?? list().find(isIt(name));
    first = command ? undefined : { name, at: event.timeStamp };
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  document.addEventListener('keydown', press, { signal });
}
