// Contacts of the same name: whether this is one of them is said by the user, never assumed.
import type { ContactSummary } from '../../../lib/model/on-screen';
import { contactOf, type Somebody } from './capture-form';
import { edit } from './capture-state';

const told = ({ name, company, address }: ContactSummary) =>
  [name, company, address].filter(Boolean).join(' · ');

export function SameName({ one }: { one: Somebody }) {
  const { suggestions, known } = one.match;
  if (known || suggestions.length === 0) return null;
  const chosen = contactOf(one) ?? '';
  const choices = [
    { id: '', label: 'Somebody new' },
    ...suggestions.map(item => ({ id: item.id, label: told(item) })),
  ];
  return (
    <fieldset class="same-name">
      <legend class="label">There is somebody of this name. Who is this?</legend>
      {choices.map(({ id, label }) => (
        <label key={id} class="row">
          <input
            class="check"
            type="radio"
            name={`same-${one.place}`}
            checked={chosen === id}
            onChange={() => edit(one.place, { contactId: id })}
          />
          <bdi class="wrap">{label}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
