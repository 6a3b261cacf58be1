// What can be done in the list by key and in the palette.
import { useRef } from 'preact/hooks';
import { type Command, useCommands } from '../palette/commands';
import type { BulkKind } from './BulkDialog';
import { showQuery } from './list-state';

type Doing = {
  /** How many people are selected. */
  count: number;
  onBulk(kind: BulkKind): void;
  onExport(): void;
  onToggle(): void;
  onLook(): void;
  onNone(): void;
};

const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

const always: Omit<Command, 'group'>[] = [
  { id: 'search', label: 'Search contacts', keys: '/', run: () => focus('#search-contacts') },
  { id: 'list', label: 'Go to the list', keys: 'L', run: () => focus('.grid') },
  { id: 'filter', label: 'Add a filter', keys: 'F', run: () => press('[aria-label="Add a filter"]') },
  { id: 'columns', label: 'Choose columns', keys: 'C', run: () => press('[aria-label="Choose columns"]') },
  { id: 'new', label: 'New contact', keys: 'N', run: () => press('.new-contact') },
  { id: 'save view', label: 'Save view', keys: 'V', run: () => press('.save-view') },
  { id: 'everybody', label: 'Show everybody', keys: 'Shift F', run: () => showQuery({}) },
];

export function useContactKeys(doing: Doing): void {
  // What is done now is looked up when it is done: the list changes with every letter typed.
  const now = useRef(doing);
  now.current = doing;
  const bulk = (kind: BulkKind) => () => now.current.onBulk(kind);
  const selected: Omit<Command, 'group'>[] = [
    { id: 'tag', label: 'Tag the selected people', keys: 'T', run: bulk('addTag') },
    { id: 'untag', label: 'Untag the selected people', keys: 'Shift T', run: bulk('removeTag') },
    { id: 'stage', label: 'Set the stage of the selected people', keys: 'S', run: bulk('setStage') },
    { id: 'export', label: 'Export the selected people', keys: 'E', run: () => now.current.onExport() },
    { id: 'delete', label: 'Delete the selected people', keys: 'Delete', run: bulk('delete') },
    { id: 'unselect', label: 'Unselect', keys: 'Shift X', run: () => now.current.onNone() },
  ];
  const toggle = { id: 'toggle', label: 'Select the row', keys: 'X', run: () => now.current.onToggle() };
  const look = { id: 'look', label: 'Card beside the list', keys: 'Q', run: () => now.current.onLook() };
  const isAny = doing.count > 0;
  const own = [...always, toggle, look, ...(isAny ? selected : [])];
  useCommands(
    own.map(command => ({ ...command, group: 'Contacts' })),
    String(isAny),
  );
}
