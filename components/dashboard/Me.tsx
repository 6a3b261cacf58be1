// Who the user is: mail from these addresses is their own, and these values fill replies.
import type { Me as MeData, Settings } from '../../lib/model/settings';
import { call } from '../../lib/rpc/client';
import { act } from './act';

const list = (value: FormDataEntryValue | null) =>
  String(value ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 50);

function readForm(me: MeData, form: FormData): MeData {
  const { country: _old, ...rest } = me;
  const country = String(form.get('country') ?? '').toUpperCase();
  const next = {
    ...rest,
    name: String(form.get('name') ?? ''),
    addresses: list(form.get('addresses')),
    sharedMailboxes: list(form.get('shared')),
    languages: list(form.get('languages')).slice(0, 20),
    signature: String(form.get('signature') ?? ''),
  };
  return /^[A-Z]{2}$/.test(country) ? { ...next, country } : next;
}

const fields = [
  { name: 'name', label: 'Your name', placeholder: '' },
  { name: 'addresses', label: 'Your addresses', placeholder: 'you@example.org' },
  { name: 'shared', label: 'Mailboxes you share with others', placeholder: 'support@example.org' },
  { name: 'languages', label: 'Languages you write', placeholder: 'en, es' },
  { name: 'country', label: 'Your country, for phone numbers without a code', placeholder: 'ES' },
] as const;

export function Me({ settings: { me } }: { settings: Settings }) {
  const values = {
    name: me.name,
    addresses: me.addresses.join(', '),
    shared: me.sharedMailboxes.join(', '),
    languages: me.languages.join(', '),
    country: me.country ?? '',
  };
  const save = (form: HTMLFormElement) =>
    act('Saved', () => call('settings.save', { me: readForm(me, new FormData(form)) }));
  return (
    <section class="step">
      <h2>Who are you?</h2>
      <p class="lead">What you write is told from what others write, and replies can name you.</p>
      <Proposed me={me} />
      <form
        class="stack"
        key={JSON.stringify(values)}
        onChange={event => void save(event.currentTarget)}
        onSubmit={event => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <div class="fields">
          {fields.map(({ name, label, placeholder }) => (
            <label key={name} class="field">
              <span class="label">{label}</span>
              <input
                class="input"
                name={name}
                dir="auto"
                maxLength={name === 'country' ? 2 : 2000}
                placeholder={placeholder}
                defaultValue={values[name]}
              />
            </label>
          ))}
        </div>
        <label class="field">
          <span class="label">Signature</span>
          <textarea class="input" name="signature" rows={3} maxLength={2000} defaultValue={me.signature} />
        </label>
      </form>
    </section>
  );
}

/** Addresses that a site named as signed in; the user says whose they are. */
function Proposed({ me }: { me: MeData }) {
  const answer = (address: string, isMine: boolean) => {
    const proposed = me.proposed.filter(item => item !== address);
    const addresses = isMine ? [...me.addresses, address] : me.addresses;
    return act('Saved', () => call('settings.save', { me: { ...me, proposed, addresses } }));
  };
  return (
    <>
      {me.proposed.map(address => (
        <p key={address} class="row">
          <span class="grow">
            Is <bdi>{address}</bdi> yours?
          </span>
          <button type="button" class="btn small" onClick={() => void answer(address, true)}>
            Yes
          </button>
          <button type="button" class="btn small plain" onClick={() => void answer(address, false)}>
            No
          </button>
        </p>
      ))}
    </>
  );
}
