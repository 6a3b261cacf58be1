// A value that is chosen from a list: a button with a menu. Nothing changes before one of them is picked.
import { Menu, type MenuItem } from '../ui/Menu';

type Props = {
  value: string;
  label: string;
  choices: MenuItem[];
  placeholder?: string;
  /** What the choice that clears the value is called, where that is allowed. */
  none?: string;
  onSave(value: string): void;
};

export function ChoiceLine({ value, label, choices, placeholder = 'Add', none, onSave }: Props) {
  const chosen = choices.find(choice => choice.id.toLowerCase() === value.toLowerCase());
  const shown = chosen?.label ?? value;
  const items = none ? [...choices, { id: '', label: none }] : choices;
  return (
    <Menu
      label={`${label}: ${shown || placeholder}`}
      class="editable"
      items={items}
      chosen={chosen?.id ?? value}
      onChoose={next => next !== value && onSave(next)}
    >
      {shown ? <bdi>{shown}</bdi> : <span class="quiet">{placeholder}</span>}
    </Menu>
  );
}
