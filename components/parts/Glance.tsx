// At a glance: preferences and custom fields as a café menu, edited and added where they stand.
import { Pencil, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { localTime } from '../../lib/dates/relative';
import type { ContactPatch } from '../../lib/model/contact';
import type { CustomField } from '../../lib/model/custom-field';
import type { Card } from '../../lib/model/on-screen';
import { newField } from '../../lib/replies/new-field';
import { IconButton } from '../ui/IconButton';
import { AddLine } from './AddLine';
import { fieldActions } from './card-actions';
import { useEditing } from './editing';
import { FieldLine } from './FieldLine';
import { FieldSettings } from './FieldSettings';
import { PreferenceLine } from './PreferenceLine';
import { keyOf, storedValue } from './preferences';

type Props = {
  card: Card;
  onSave(patch: ContactPatch): Promise<boolean>;
  onField(field: CustomField, value: string): Promise<boolean>;
};

/** How many lines are shown before all are asked for. */
const mostLines = 5;

export function Glance({ card, onSave, onField }: Props) {
  const { contact, fields } = card;
  const [isEditing, setEditing] = useState(false);
  const [isAll, setAll] = useState(false);
  const adding = useEditing();
  const plain = contact.preferences.map(({ source: _source, ...preference }) => preference);
  const focusPencil = () => document.getElementById('glance-edit')?.focus();
  const lines = linesOf({ card, isEditing, onSave, onGone: focusPencil });
  const filled = lines.filter(line => !line.isEmpty);
  const shown = isEditing || isAll ? lines : filled.slice(0, mostLines);
  const add = (label: string, value: string, forEverybody: boolean) => {
    if (forEverybody) return onField(newField(label, fields), value);
    const key = keyOf(label);
    const preference = { id: crypto.randomUUID(), key, label, value: storedValue(key, value) };
    return onSave({ preferences: [...plain, preference] });
  };
  return (
    <section class="block pad" aria-labelledby="glance">
      <header>
        <h2 id="glance">At a glance</h2>
        <span class="row tight">
          <IconButton
            icon={Plus}
            label="Add a preference or a field"
            ref={adding.opener}
            onClick={adding.open}
          />
          {lines.length > 0 && (
            <IconButton
              icon={Pencil}
              id="glance-edit"
              label="Edit these lines"
              pressed={isEditing}
              onClick={() => setEditing(!isEditing)}
            />
          )}
        </span>
      </header>
      <dl class="leaders">{shown.map(line => line.node)}</dl>
      {isEditing &&
        fields.map(field => (
          <FieldSettings
            key={field.id}
            field={field}
            fields={fields}
            actions={fieldActions}
            about="for everybody"
            onGone={focusPencil}
          />
        ))}
      {!isEditing && lines.length > Math.min(filled.length, mostLines) && (
        <button type="button" class="link calm" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : 'Show all'}
        </button>
      )}
      {lines.length === 0 && !adding.editing && (
        <button type="button" class="link" onClick={adding.open}>
          Add what they like or need
        </button>
      )}
      {adding.editing && <AddLine onAdd={add} onClose={() => adding.close()} />}
    </section>
  );
}

type Line = { isEmpty: boolean; node: preact.JSX.Element };
type LinesOf = Pick<Props, 'card' | 'onSave'> & { isEditing: boolean; onGone(): void };

function linesOf({ card, isEditing, onSave, onGone }: LinesOf): Line[] {
  const { contact, fields } = card;
  const plain = contact.preferences.map(({ source: _source, ...preference }) => preference);
  const time = contact.timeZone ? localTime(contact.timeZone, new Date()) : undefined;
  const remove = async (id: string) => {
    if (await onSave({ preferences: plain.filter(item => item.id !== id) })) onGone();
  };
  const preferences = plain.map(preference => ({
    isEmpty: preference.value === '',
    node: (
      <PreferenceLine
        key={preference.id}
        preference={preference}
        isEditing={isEditing}
        onSave={next => void onSave({ preferences: plain.map(item => (item.id === next.id ? next : item)) })}
        onRemove={() => void remove(preference.id)}
      />
    ),
  }));
  const custom = fields.map(field => {
    const value = contact.fields.find(item => item.field === field.id)?.value ?? '';
    const save = (next: string) => void onSave({ fields: [{ field: field.id, value: next }] });
    return {
      isEmpty: value === '',
      node: <FieldLine key={field.id} field={field} value={value} onSave={save} />,
    };
  });
  const local = time && (
    <div key="local-time">
      <dt>Local time</dt>
      <dd>
        <time>{time.text}</time> in {time.city}
      </dd>
    </div>
  );
  return [...preferences, ...custom, ...(local ? [{ isEmpty: false, node: local }] : [])];
}
