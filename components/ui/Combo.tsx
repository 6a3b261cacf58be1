// A field over a list from which one is chosen: arrows move, Enter chooses, Escape leaves (WAI-ARIA combobox pattern).
import { useId, useRef, useState } from 'preact/hooks';

export type ComboItem = { id: string; label: string; hint?: string | undefined };

type Props = {
  label: string;
  placeholder: string;
  /** What fits the words typed; undefined while that is not known. */
  items: ComboItem[] | undefined;
  /** Said where nothing fits. */
  none: string;
  query: string;
  /** The field takes the focus when it appears. */
  focused?: boolean;
  id?: string;
  onQuery(query: string): void;
  onChoose(id: string): void;
  onLeave(): void;
};

export function Combo(props: Props) {
  const { label, placeholder, items, none, query, focused, id, onQuery, onChoose, onLeave } = props;
  const list = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const seen = useRef(false);
  const count = items?.length ?? 0;
  const active = open ? items?.[Math.min(at, count - 1)] : undefined;
  const choose = (chosen: string) => {
    setOpen(false);
    onChoose(chosen);
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open && count > 0) setAt((Math.min(at, count - 1) + step + count) % count);
    else if (step) setOpen(true);
    else if (event.key === 'Enter' && active) choose(active.id);
    else if (event.key === 'Escape') {
      setOpen(false);
      onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="combo">
      <input
        type="text"
        class="input"
        id={id}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={active && `${list}-${active.id}`}
        placeholder={placeholder}
        dir="auto"
        value={query}
        ref={field => {
          if (field && focused && !seen.current) field.focus();
          seen.current = field !== null;
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={event => {
          setOpen(true);
          setAt(0);
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={key}
      />
      <div class="combo-list" hidden={!open || items === undefined}>
        <div id={list} role="listbox" aria-label={label} tabIndex={-1}>
          {items?.map(item => (
            <button
              key={item.id}
              type="button"
              role="option"
              tabIndex={-1}
              id={`${list}-${item.id}`}
              aria-selected={item === active}
              ref={row => {
                if (row && item === active) row.scrollIntoView({ block: 'nearest' });
              }}
              // Keeps the focus in the field, whose loss would close the list.
              onPointerDown={event => event.preventDefault()}
              onClick={() => choose(item.id)}
            >
              <bdi class="cut">{item.label}</bdi>
              {item.hint && <bdi class="meta cut">{item.hint}</bdi>}
            </button>
          ))}
        </div>
        {count === 0 && <p class="quiet">{none}</p>}
      </div>
      <span class="sr" role="status">
        {open && items && (count === 0 ? none : `${count} found`)}
      </span>
    </div>
  );
}
