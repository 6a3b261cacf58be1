// Finding somebody among the contacts: arrows move, Enter picks, Escape closes.
import { Search, X } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ContactSummary } from '../../lib/model/on-screen';
import { takeFocus } from '../parts/editing';
import { PersonRow } from '../parts/PersonRow';
import * as screen from '../parts/screen';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

type Props = {
  label: string;
  onChoose(contact: ContactSummary): void;
  /** `goesBack` is false where somebody was chosen: the focus has nothing to go back to. */
  onClose(goesBack?: boolean): void;
};

export function Finder({ label, onChoose, onClose }: Props) {
  const [found, setFound] = useState<ContactSummary[]>();
  const asked = useRef(0);
  const bar = useRef<HTMLElement>(null);
  const choose = (id: string) => {
    const contact = found?.find(one => one.id === id);
    if (contact) onChoose(contact);
    onClose(false);
  };
  const search = async (query: string) => {
    const mine = ++asked.current;
    const next = query.trim() ? await screen.search(query) : undefined;
    if (mine === asked.current) setFound(next);
  };
  const key = (event: KeyboardEvent) => {
    const field = bar.current?.querySelector('input');
    const rows = [...(bar.current?.querySelectorAll<HTMLElement>('.person-row') ?? [])];
    const at = rows.findIndex(row => row.matches(':focus'));
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') rows[Math.min(at + 1, rows.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (rows[at - 1] ?? field)?.focus();
    else if (event.key === 'Enter' && event.target === field) rows[0]?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class="finder" ref={bar} onKeyDown={key}>
      <div class="thread">
        <label class="search grow">
          <Icon node={Search} />
          <span class="sr">{label}</span>
          <input
            type="search"
            placeholder="Name, company, address, tag"
            ref={takeFocus}
            onInput={event => void search(event.currentTarget.value)}
          />
        </label>
        <IconButton icon={X} label="Close search" onClick={() => onClose()} />
      </div>
      <p class="sr" role="status">
        {found && (found.length === 1 ? '1 person found' : `${found.length} people found`)}
      </p>
      {found && (
        <ul class="pad found" aria-label="People found">
          {found.map(contact => (
            <PersonRow key={contact.id} contact={contact} onChoose={choose} />
          ))}
          {found.length === 0 && <li class="quiet">No one found.</li>}
        </ul>
      )}
    </search>
  );
}
