// Custom fields: what everybody's card has a line for. Made, named, sorted and removed here; each change can be undone.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CustomField } from '../../../lib/model/custom-field';
import { newField } from '../../../lib/replies/new-field';
import { call } from '../../../lib/rpc/client';
import {
  choicesIn,
  type FieldActions,
  FieldSettings,
  isFieldKind,
  kindNames,
} from '../../parts/FieldSettings';
import { act } from '../act';
import { ask, listVersion } from '../desk';
import { useLoaded } from '../load';

const save = (field: CustomField, text: string) => act(text, () => call('fields.save', { field }));

const actions: FieldActions = {
  save: field => save(field, 'Saved'),
  remove: id => act('Field removed', () => call('fields.remove', { id })),
  order: ids => act('Moved', () => call('fields.reorder', { ids })),
};

export function Fields() {
  const fields = useLoaded(() => call('fields.list', {}));
  const heading = useRef<HTMLHeadingElement>(null);
  const counts = useCounts(fields ?? []);
  if (!fields) return <section class="step" aria-busy="true" />;
  return (
    <section class="step">
      <h2 ref={heading} tabIndex={-1}>
        Custom fields
      </h2>
      <p class="lead">
        Lines that everybody’s card has, such as Machine, Birthday or Contract until. The list filters by
        them, imports fill them, and days of the type Date come up in Today.
      </p>
      {fields.map(field => (
        <FieldSettings
          key={field.id}
          field={field}
          fields={fields}
          actions={actions}
          about={[kindNames[field.kind], counts[field.id]].filter(Boolean).join(', ')}
          onGone={() => heading.current?.focus()}
        />
      ))}
      <NewField fields={fields} />
    </section>
  );
}

/** How many people have a value, in words, by field; empty until that is counted. */
function useCounts(fields: CustomField[]): Record<string, string> {
  const [counts, setCounts] = useState<Record<string, string>>({});
  const ids = fields.map(({ id }) => id);
  useEffect(() => {
    let isCurrent = true;
    const queries = ids.map(field => ({ fields: [{ field, isSet: true }] }));
    ask('count', queries).then(
      found => {
        const words = found.map(count => (count === 1 ? '1 person' : `${count.toLocaleString()} people`));
        if (isCurrent) setCounts(Object.fromEntries(ids.map((id, at) => [id, words[at] ?? ''])));
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [ids.join(), listVersion.value]);
  return counts;
}

function NewField({ fields }: { fields: CustomField[] }) {
  const [kind, setKind] = useState<CustomField['kind']>('text');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const name = String(data.get('name') ?? '').trim();
    const choices = choicesIn(String(data.get('choices') ?? ''));
    if (!name || !(await save(newField(name, fields, { kind, choices }), 'Field added'))) return;
    form.reset();
    setKind('text');
  };
  return (
    <form class="new-field" aria-label="Add a field" onSubmit={event => void submit(event)}>
      <label class="field">
        <span class="label">New field</span>
        <input class="input" name="name" dir="auto" maxLength={60} placeholder="Birthday" required />
      </label>
      <label class="field">
        <span class="label">Type</span>
        <select
          class="select"
          value={kind}
          onChange={event => {
            const chosen = event.currentTarget.value;
            if (isFieldKind(chosen)) setKind(chosen);
          }}
        >
          {Object.entries(kindNames).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {kind === 'choice' && (
        <label class="field">
          <span class="label">Choices, separated by commas</span>
          <input class="input" name="choices" dir="auto" maxLength={2000} placeholder="Small, large" />
        </label>
      )}
      <button type="submit" class="btn">
        Add
      </button>
    </form>
  );
}
