// The two fields for a way to reach somebody: its kind, and the address, number or handle.
import type { Ref } from 'preact';
import { identityKindNames } from '../../lib/identity/kinds';

const label = 'Address, number or handle';

type Props = { required?: boolean; placeholder?: boolean; fieldRef?: Ref<HTMLInputElement> };

/** Named `kind` and `value` in the form around them. */
export function IdentityFields({ required, placeholder, fieldRef }: Props) {
  return (
    <div class="row">
      <select class="select kind" name="kind" aria-label="Kind">
        {Object.entries(identityKindNames).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      <input
        class="input grow"
        name="value"
        aria-label={label}
        placeholder={placeholder ? label : undefined}
        maxLength={320}
        required={required}
        ref={fieldRef}
      />
    </div>
  );
}
