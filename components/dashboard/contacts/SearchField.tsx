// Searching the list as one types.
import { Search } from 'lucide';
import { Icon } from '../../ui/Icon';
import { list, showQuery } from './list-state';

export function SearchField() {
  const { query } = list.value;
  const { text: _old, ...others } = query;
  return (
    <label class="search">
      <Icon node={Search} />
      <span class="sr">Search contacts</span>
      <input
        id="search-contacts"
        type="search"
        placeholder="Name, company, note"
        maxLength={200}
        value={query.text ?? ''}
        onInput={event => {
          const text = event.currentTarget.value;
          showQuery(text ? { ...others, text } : others, true);
        }}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('.grid')?.focus();
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}
