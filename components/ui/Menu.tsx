// A button that opens a list of actions or choices. Arrows move in it, Escape gives the focus back.
import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Icon } from './Icon';

export type MenuItem = { id: string; label: string };

type Props = {
  /** Read out; `children` are seen. */
  label: string;
  items: MenuItem[];
  /** Given where one of the items is in force: they are choices then, not actions. */
  chosen?: string;
  class?: string;
  children: ComponentChildren;
  onChoose(id: string): void;
};

/** Puts the menu under its button where the browser can't tie the two together by style. */
function place(menu: HTMLElement, button: HTMLElement | null): void {
  if (!button || CSS.supports('position-area', 'block-end')) return;
  const { top, bottom, right } = button.getBoundingClientRect();
  const { offsetHeight, offsetWidth } = menu;
  const below = bottom + offsetHeight < innerHeight ? bottom : Math.max(0, top - offsetHeight);
  menu.style.insetBlockStart = `${below}px`;
  menu.style.insetInline = 'auto';
  menu.style.left = `${Math.max(4, right - offsetWidth)}px`;
}

export function Menu({ label, items, chosen, class: look = 'link', children, onChoose }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const roleOf = ({ id: item }: MenuItem) =>
    chosen === undefined
      ? { role: 'menuitem' as const }
      : { role: 'menuitemradio' as const, 'aria-checked': item === chosen };
  const entries = () => [...(menu.current?.querySelectorAll('button') ?? [])];
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.stopPropagation();
      menu.current?.hidePopover();
      return;
    }
    const all = entries();
    const at = all.findIndex(entry => entry.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  };
  const opened = (event: { newState: string }) => {
    const isOpen = event.newState === 'open';
    button.current?.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen || !menu.current) return;
    place(menu.current, button.current);
    const at = items.findIndex(item => item.id === chosen);
    entries()[Math.max(0, at)]?.focus();
  };
  return (
    <>
      <button
        type="button"
        class={look}
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
        popovertarget={id}
      >
        {children}
      </button>
      <div
        id={id}
        popover="auto"
        class="menu"
        role="menu"
        aria-label={label}
        ref={menu}
        onToggle={opened}
        onKeyDown={move}
      >
        {items.map(item => (
          <button
            key={item.id}
            type="button"
            {...roleOf(item)}
            tabIndex={-1}
            onClick={() => {
              menu.current?.hidePopover();
              onChoose(item.id);
            }}
          >
            <span class="grow">{item.label}</span>
            {item.id === chosen && <Icon node={Check} />}
          </button>
        ))}
      </div>
    </>
  );
}
