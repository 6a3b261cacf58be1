// One preference of a contact: label, dotted leader, value. Both can be edited.
import { X } from 'lucide';
import type { Preference } from '../../lib/model/preference';
import { IconButton } from '../ui/IconButton';
import { ChoiceLine } from './ChoiceLine';
import { EditableLine } from './EditableLine';
import { choicesOf, keyOf, shownValue, storedValue } from './preferences';

type Plain = Omit<Preference, 'source'>;
type Props = { preference: Plain; isEditing: boolean; onSave(next: Plain): void; onRemove(): void };

export function PreferenceLine({ preference, isEditing, onSave, onRemove }: Props) {
  const { key, label, value } = preference;
  const choices = choicesOf(key);
  const save = (next: string) => onSave({ ...preference, value: storedValue(key, next) });
  const rename = (name: string) => name && onSave({ ...preference, label: name, key: keyOf(name) });
  return (
    <div>
      <dt>
        {isEditing ? (
          <EditableLine isBare label={`the label ${label}`} value={label} maxLength={60} onSave={rename} />
        ) : (
          <bdi>{label}</bdi>
        )}
      </dt>
      <dd>
        {choices ? (
          <ChoiceLine label={label} value={value} choices={choices} onSave={save} />
        ) : (
          <EditableLine
            label={label}
            value={value}
            shown={shownValue(key, value)}
            maxLength={300}
            onSave={next => (next ? save(next) : onRemove())}
          />
        )}
        {isEditing && <IconButton icon={X} label={`Remove ${label}`} onClick={onRemove} />}
      </dd>
    </div>
  );
}
