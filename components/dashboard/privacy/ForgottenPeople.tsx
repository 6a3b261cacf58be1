// People who were forgotten and are not to come back: how many prints there are, and lifting them.
import { useState } from 'preact/hooks';
import { identityKindNames, isIdentityKind } from '../../../lib/identity/kinds';
import type { SeenIdentity } from '../../../lib/model/identity';
import { call } from '../../../lib/rpc/client';
import { toast } from '../toast';
import { countOf } from './counts';

/** Lifts fingerprints and says for how many people. */
async function allow(identity?: SeenIdentity): Promise<void> {
  try {
    const { people } = await call('privacy.allow', identity ? { identity } : {});
    toast.value = {
      text:
        people === 0
          ? 'Nobody with this was forgotten'
          : `${countOf(people, 'person', 'people')} may be added again`,
    };
  } catch (error) {
    toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
  }
}

export function ForgottenPeople({ prints }: { prints: number }) {
  const [value, setValue] = useState('');
  const [kind, setKind] = useState<SeenIdentity['kind']>('email');
  const [isSure, setSure] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void allow({ kind, value: value.trim() }).then(() => setValue(''));
  };
  const all = () => {
    setSure(!isSure);
    if (isSure) void allow();
  };
  return (
    <section class="step">
      <h2>Forgotten people</h2>
      <p class="lead">
        You forget somebody on their card. Where you keep a fingerprint, no file and no click adds them again.
        There {prints === 1 ? 'is' : 'are'} {countOf(prints, 'fingerprint', 'fingerprints')}, each a number
        from which nobody reads an address; whoever has this database and guesses an address can check it.
      </p>
      {prints > 0 && (
        <form class="stack" onSubmit={submit}>
          <p class="row">
            <select
              class="select kind"
              aria-label="Kind"
              value={kind}
              onChange={event =>
                isIdentityKind(event.currentTarget.value) && setKind(event.currentTarget.value)
              }
            >
              {Object.entries(identityKindNames).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <input
              class="input grow"
              aria-label="Address, number or handle"
              required
              maxLength={320}
              value={value}
              onInput={event => setValue(event.currentTarget.value)}
            />
            <button type="submit" class="btn">
              May be added again
            </button>
          </p>
          <p>
            <button type="button" class="link" onBlur={() => setSure(false)} onClick={all}>
              {isSure ? 'Press again: everybody may be added again' : 'Allow everybody again'}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
