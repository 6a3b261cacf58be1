// A new contact, added by hand: a name and one way to reach them; everything else is on the page that opens then.
import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import { isIdentityKind } from '../../../lib/identity/kinds';
import type { SeenIdentity } from '../../../lib/model/identity';
import { AnswerError, call } from '../../../lib/rpc/client';
import { IdentityFields } from '../../parts/IdentityFields';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/Popover';

export function NewContact() {
  return (
    <Popover
      label="New contact"
      class="btn small new-contact"
      button={
        <>
          <Icon node={UserPlus} />
          New contact
        </>
      }
    >
      {close => <NewContactForm onDone={close} />}
    </Popover>
  );
}

function NewContactForm({ onDone }: { onDone(): void }) {
  const [problem, setProblem] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const read = (name: string) => String(data.get(name) ?? '').trim();
    const kind = read('kind');
    const value = read('value');
    const identities: SeenIdentity[] = value && isIdentityKind(kind) ? [{ kind, value }] : [];
    try {
      const patch = { name: read('name') };
      const { result } = await call('contacts.create', { patch, identities, from: 'user' });
      onDone();
      location.hash = `#/person/${result.id}`;
    } catch (error) {
      setProblem(error instanceof AnswerError ? error.message : 'That did not work. Nothing was added.');
    }
  };
  return (
    <form class="stack" onSubmit={event => void submit(event)}>
      <label class="field">
        <span class="label">Name</span>
        <input class="input" name="name" dir="auto" maxLength={200} required pattern=".*\S.*" />
      </label>
      <IdentityFields placeholder />
      {problem && (
        <p class="hint error" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="btn primary">
        Add
      </button>
    </form>
  );
}
