// The values of one captured person: each can be changed, says where it stands on the page, and what else it could be.
import { X } from 'lucide';
import { useId } from 'preact/hooks';
import { identityKindNames } from '../../../lib/identity/kinds';
import type { CapturedValue } from '../../../lib/model/capture';
import type { SeenIdentity } from '../../../lib/model/identity';
import { IconButton } from '../../ui/IconButton';
import {
  fieldNames,
  identityId,
  keptIdentities,
  otherValues,
  readValues,
  type Somebody,
  shownValue,
  type TextField,
  textFields,
} from './capture-form';
import { edit } from './capture-state';
import { PlaceButton } from './PlaceButton';
import { PointButton, PointContact } from './PointButton';
import { SameName } from './SameName';

export function CapturedFields({ one }: { one: Somebody }) {
  return (
    <>
      <SameName one={one} />
      {textFields.map(field => (
        <TextLine key={field} one={one} field={field} />
      ))}
      <Identities one={one} />
      {one.person.values.length > 0 && (
        <p>
          <PointContact place={one.place} />
        </p>
      )}
    </>
  );
}

function TextLine({ one, field }: { one: Somebody; field: TextField }) {
  const id = useId();
  const value = shownValue(one, field);
  const source = readValues(one, field).find(read => read.value === value);
  const others = otherValues(one, field);
  const put = (next: string) => edit(one.place, { [field]: next });
  return (
    <div class="field">
      <label for={id}>{fieldNames[field]}</label>
      <div class="row">
        <input
          class="input"
          id={id}
          dir="auto"
          maxLength={200}
          required={field === 'name'}
          value={value}
          onInput={event => put(event.currentTarget.value)}
        />
        <PlaceButton value={source} />
        <PointButton place={one.place} field={field} of={fieldNames[field].toLowerCase()} />
      </div>
      {others.length > 0 && (
        <p class="row others">
          <span class="meta">Or</span>
          {others.map(other => (
            <button key={other} type="button" class="chip" onClick={() => put(other)}>
              <bdi class="cut">{other}</bdi>
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

/** The value of the page that an identity was made of. */
const sourceOf = (one: Somebody, { kind, value }: SeenIdentity): CapturedValue | undefined =>
  one.person.values.find(read =>
    kind === 'phone'
      ? read.field === 'phone' && value.startsWith(read.value.split(';')[0] ?? '')
      : read.value.includes(value),
  );

function Identities({ one }: { one: Somebody }) {
  const kept = keptIdentities(one);
  if (kept.length === 0) return null;
  return (
    <ul class="captured-identities" aria-label="Ways to reach them">
      {kept.map(seen => {
        const source = sourceOf(one, seen);
        return (
          <li key={identityId(seen)} class="row">
            <span class="label">{identityKindNames[seen.kind]}</span>
            <span class="grow cut" title={seen.value}>
              <bdi>{seen.value}</bdi>
            </span>
            {source?.guessed && <span class="tag warn">Guessed</span>}
            <PlaceButton value={source} />
            <IconButton
              icon={X}
              label={`Leave out ${seen.value}`}
              onClick={() => edit(one.place, { without: [...(one.edits.without ?? []), identityId(seen)] })}
            />
          </li>
        );
      })}
    </ul>
  );
}
