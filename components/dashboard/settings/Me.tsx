// Who the user is: mail from these addresses is their own, and these values fill replies.
import { useState } from 'preact/hooks';
import { parseAddress } from '../../../lib/identity/email';
import type { Me as MeData, Settings } from '../../../lib/model/settings';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';

const list = (value: FormDataEntryValue | null) =>
  String(value ?? '')
    .split(/[,;\n]+/)
    .map(item => item.trim())
    .filter(Boolean)
    .slice(0, 50);

/** Codes of countries that exist: their name is another than the code. */
const isCountry = (code: string) =>
  /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames('en', { type: 'region' }).of(code) !== code;

/** What the form says, and what of it can't be kept. */
function readForm(me: MeData, form: FormData): { me: MeData } | { problem: string } {
  const { country: _old, ...rest } = me;
  const country = String(form.get('country') ?? '')
    .trim()
    .toUpperCase();
  const [addresses, sharedMailboxes] = [list(form.get('addresses')), list(form.get('shared'))];
  const wrong = [...addresses, ...sharedMailboxes].find(address => !parseAddress(address));
  if (wrong) return { problem: `“${wrong}” is no complete address. Separate several by commas.` };
  if (country && !isCountry(country))
    return { problem: `“${country}” is no country. Use its two letters, such as ES or DE.` };
  const next = {
    ...rest,
    name: String(form.get('name') ?? '').trim(),
    addresses,
    sharedMailboxes,
    languages: list(form.get('languages')).slice(0, 20),
    signature: String(form.get('signature') ?? ''),
  };
  return { me: country ? { ...next, country } : next };
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
  const [problem, setProblem] = useState('');
  const save = async (form: HTMLFormElement) => {
    const read = readForm(me, new FormData(form));
    setProblem('problem' in read ? read.problem : '');
    if ('me' in read) await act('Saved', () => call('settings.save', { me: read.me }));
  };
  return (
    <section class="step">
      <h2>Who are you?</h2>
      <p class="lead">So Regulars can tell your messages from theirs, and replies can name you.</p>
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
        {problem && (
          <p class="hint error" role="alert">
            {problem} This is not saved yet.
          </p>
        )}
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
