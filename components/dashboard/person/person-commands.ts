// What can be done on the page of a person, by key and in the palette.
import { useRef } from 'preact/hooks';
import { useCommands } from '../palette/commands';

type Doing = {
  /** The person of the page. */
  id: string;
  /** Shows one of the tabs of the page. */
  onTab(tab: string): void;
  /** Shows one of the tabs of their card. */
  onCardTab(tab: string): void;
  /** Moves them to the trash. */
  onRemove(): void;
};

const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
/** Once what was just asked for is drawn. */
const then = (run: () => void) => requestAnimationFrame(run);

/** Adds the commands of the card and of the tabs beside it, as long as the component is there. */
export function usePersonCommands(doing: Doing): void {
  const now = useRef(doing);
  now.current = doing;
  const tab = (name: string) => () => now.current.onTab(name);
  const search = () => {
    now.current.onTab('timeline');
    then(() => focus('.person-columns input[type="search"]'));
  };
  const own = [
    { id: 'note', label: 'Write a note', keys: 'N', run: () => focus('.composer textarea') },
    {
      id: 'follow-up',
      label: 'Add a follow-up',
      keys: 'F',
      run: () => press('.composer [aria-label="Add a follow-up"]:not(.on)'),
    },
    {
      id: 'identity',
      label: 'Add an address, a phone or a profile',
      keys: 'A',
      run: () => {
        now.current.onCardTab('details');
        then(() => press('.identities + button'));
      },
    },
    { id: 'search timeline', label: 'Search the timeline', keys: '/', run: search },
    { id: 'timeline', label: 'Show the timeline', run: tab('timeline') },
    { id: 'changes', label: 'Show what was changed', keys: 'C', run: tab('changes') },
    { id: 'sources', label: 'Show where values came from', run: tab('sources') },
    { id: 'replies', label: 'Answer with a quick reply', run: () => now.current.onCardTab('replies') },
    { id: 'trash', label: 'Move to the trash', run: () => now.current.onRemove() },
  ];
  useCommands(
    own.map(command => ({ ...command, group: 'Person' })),
    doing.id,
  );
}
