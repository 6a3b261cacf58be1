// At a glance: preferences and custom fields as a café menu, edited and added where they stand.
import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { languageName, languageTag } from '../../lib/capture/language-names';
import { localTime } from '../../lib/dates/relative';
import type { ContactPatch } from '../../lib/model/contact';
import type { CustomField } from '../../lib/model/custom-field';
import type { Card } from '../../lib/model/on-screen';
import type { Preference } from '../../lib/model/preference';
import { IconButton } from '../ui/IconButton';
import { EditableLine } from './EditableLine';

type Props = {
  card: Card;
  onSave(patch: ContactPatch): void;
  onField(field: CustomField, value: string): void;
};

/** Labels with a meaning of their own get it by being typed. */
const keyOf = (label: string) => {
  const known = {
    language: 'language',
    tone: 'tone',
    channel: 'channel',
    prefers: 'channel',
    time: 'time',
  } as const;
  return Object.hasOwn(known, label.toLowerCase())
    ? known[label.toLowerCase() as keyof typeof known]
    : undefined;
};

/** A language is stored as a tag and shown by its name. */
const shownValue = ({ key, value }: Preference) => (key === 'language' ? languageName(value) : value);
const storedValue = (key: Preference['key'], value: string) =>
  key === 'language' ? (languageTag(value) ?? value) : value;

export function Glance({ card, onSave, onField }: Props) {
  const [adding, setAdding] = useState(false);
  const { contact, fields } = card;
  const plain = contact.preferences.map(({ source: _source, ...preference }) => preference);
  const savePreference = (id: string, value: string) =>
    onSave({
      preferences: plain
        .map(item => (item.id === id ? { ...item, value } : item))
        .filter(item => item.value !== ''),
    });
  const time = contact.timeZone ? localTime(contact.timeZone, new Date()) : undefined;
  return (
    <section class="block pad" aria-labelledby="glance">
      <header>
        <h2 id="glance">At a glance</h2>
        <IconButton icon={Plus} label="Add a preference or a field" onClick={() => setAdding(true)} />
      </header>
      <dl class="leaders">
        {contact.preferences.map(preference => (
          <div key={preference.id}>
            <dt>
              <bdi>{preference.label}</bdi>
            </dt>
            <dd>
              <EditableLine
                value={shownValue(preference)}
                label={preference.label}
                onSave={value => savePreference(preference.id, storedValue(preference.key, value))}
              />
            </dd>
          </div>
        ))}
        {fields.map(field => (
          <div key={field.id}>
            <dt>
              <bdi>{field.name}</bdi>
            </dt>
            <dd>
              <EditableLine
                value={contact.fields.find(item => item.field === field.id)?.value ?? ''}
                label={field.name}
                onSave={value => onSave({ fields: [{ field: field.id, value }] })}
              />
            </dd>
          </div>
        ))}
        {time && (
          <div>
            <dt>Local time</dt>
            <dd>
              <time>{time.text}</time> in {time.city}
            </dd>
          </div>
        )}
      </dl>
      {contact.preferences.length + fields.length === 0 && !adding && (
        <button type="button" class="link" onClick={() => setAdding(true)}>
          Add what they like or need
        </button>
      )}
      {adding && (
        <AddLine
          onCancel={() => setAdding(false)}
          onAdd={(label, value, forEverybody) => {
            setAdding(false);
            const key = keyOf(label);
            const preference = { id: crypto.randomUUID(), key, label, value: storedValue(key, value) };
            if (!forEverybody) onSave({ preferences: [...plain, preference] });
            else onField(fieldOf(label, fields.length), value);
          }}
        />
      )}
    </section>
  );
}

function fieldOf(name: string, order: number): CustomField {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  return {
    id: crypto.randomUUID(),
    slug: slug || `field_${order + 1}`,
    name,
    kind: 'text',
    choices: [],
    order,
  };
}

function AddLine({
  onAdd,
  onCancel,
}: {
  onAdd(label: string, value: string, forEverybody: boolean): void;
  onCancel(): void;
}) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const [label, value] = [String(data.get('label') ?? '').trim(), String(data.get('value') ?? '').trim()];
    if (label && value) onAdd(label, value, data.get('everybody') === 'on');
  };
  return (
    <form class="add-line" onSubmit={submit} onKeyDown={event => event.key === 'Escape' && onCancel()}>
      <div class="row">
        <input
          class="input"
          name="label"
          aria-label="What"
          placeholder="Language"
          list="known-labels"
          dir="auto"
          maxLength={60}
          ref={field => field?.focus()}
        />
        <input
          class="input"
          name="value"
          aria-label="Value"
          placeholder="Spanish"
          dir="auto"
          maxLength={300}
        />
      </div>
      <datalist id="known-labels">
        {['Language', 'Tone', 'Channel', 'Time', 'Usual'].map(label => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <div class="row">
        <label class="row grow">
          <input type="checkbox" class="check" name="everybody" /> A field for everybody
        </label>
        <button type="button" class="btn small plain" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" class="btn small">
          Add
        </button>
      </div>
    </form>
  );
}
