// A new address, phone number or profile of a contact.
import { isIdentityKind } from '../../lib/identity/kinds';
import type { SeenIdentity } from '../../lib/model/identity';
import { takeFocus, useEditing } from './editing';
import { IdentityFields } from './IdentityFields';

export function AddIdentity({ onAdd }: { onAdd(identity: SeenIdentity): Promise<boolean> }) {
  const { editing, opener, open, close } = useEditing();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const [kind, value] = [String(data.get('kind')), String(data.get('value') ?? '').trim()];
    if (value && isIdentityKind(kind) && (await onAdd({ kind, value }))) close();
  };
  if (!editing) {
    return (
      <button type="button" class="link" ref={opener} onClick={open}>
        Add an address, a phone or a profile
      </button>
    );
  }
  return (
    <form
      class="add-line"
      aria-label="Add an address, a phone or a profile"
      onSubmit={event => void submit(event)}
      onKeyDown={event => event.key === 'Escape' && close()}
    >
      <IdentityFields required fieldRef={takeFocus} />
      <div class="row">
        <span class="grow" />
        <button type="button" class="btn small plain" onClick={() => close()}>
          Cancel
        </button>
        <button type="submit" class="btn small">
          Add
        </button>
      </div>
    </form>
  );
}
