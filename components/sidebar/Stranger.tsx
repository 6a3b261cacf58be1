// Somebody who is not in Regulars: who it might be, and a form filled from what is on screen.
import { AtSign, ScanText } from 'lucide';
import { useState } from 'preact/hooks';
import { languageName, languageTag } from '../../lib/capture/language-names';
import type { Guess, PersonOnScreen, Stranger as StrangerData, Suggestion } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import * as screen from '../parts/screen';
import { Warning } from '../parts/Warnings';
import { Icon } from '../ui/Icon';
import { dangerOf, Impostor } from './Impostor';

const why: Record<Suggestion['reason']['kind'], (detail: string) => string> = {
  'same-name': detail => `Same name, writes from ${detail}`,
  'same-phone-in-signature': () => 'Same phone in the signature',
  'same-mailbox-alias': detail => `Alias of ${detail}`,
};

type Props = { person: PersonOnScreen; data: StrangerData };

export function Stranger({ person, data }: Props) {
  const [isSomebodyElse, setSomebodyElse] = useState(false);
  const danger = dangerOf(person);
  if (danger && !isSomebodyElse)
    return <Impostor person={person} danger={danger} onSomebodyElse={() => setSomebodyElse(true)} />;
  return <NewPerson person={person} data={data} />;
}

function NewPerson({ person, data }: Props) {
  const { guesses, suggestions } = data;
  const name = person.seen.name ?? person.address ?? 'Somebody';
  const email = person.seen.identities.find(identity => identity.kind === 'email');
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (field: string) => String(form.get(field) ?? '').trim();
    const language = languageTag(text('language')) ?? text('language');
    const patch = {
      name: text('name'),
      company: text('company') || null,
      title: text('title') || null,
      tags: text('tags')
        .split(',')
        .map(tag => tag.trim())
        .filter(Boolean)
        .slice(0, 20),
      preferences: language
        ? [{ id: crypto.randomUUID(), key: 'language' as const, label: 'Language', value: language }]
        : [],
    };
    void screen.create(patch, text('phone'));
  };
  return (
    <form class="stranger" onSubmit={add}>
      <main>
        <section class="person pad" aria-labelledby="name">
          <div class="who">
            <Avatar name={name} />
            <div>
              <h1 id="name">
                <bdi>{name}</bdi>
              </h1>
              <p class="sub">First time here. Nothing saved yet.</p>
            </div>
          </div>
          {person.warnings.map(warning => (
            <Warning key={warning.kind} warning={warning} />
          ))}
        </section>
        {suggestions.length > 0 && (
          <section class="block pad" aria-labelledby="maybe">
            <header>
              <h2 id="maybe">Maybe you know them</h2>
            </header>
            <ul class="suggest">
              {suggestions.map(({ contact, reason }) => (
                <li key={contact.id}>
                  <Avatar name={contact.name} id={contact.id} />
                  <div class="wrap">
                    <bdi>{contact.name}</bdi>
                    {contact.company && (
                      <span class="mute">
                        {' '}
                        · <bdi>{contact.company}</bdi>
                      </span>
                    )}
                    <br />
                    <span class="meta">{why[reason.kind](reason.detail)}</span>
                  </div>
                  <button type="button" class="btn small" onClick={() => void screen.link(contact)}>
                    Link
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="block pad form" aria-labelledby="or-add">
          <header>
            <h2 id="or-add">{suggestions.length > 0 ? 'Or add them' : 'Add them'}</h2>
          </header>
          <Field name="name" label="Name" guess={guesses.name ?? { value: '', from: 'page' }} required />
          {email && (
            <label class="field">
              <span class="label">Email</span>
              <input class="input" readOnly value={email.value} />
            </label>
          )}
          <Field name="company" label="Company" guess={guesses.company} />
          <Field name="title" label="Title" guess={guesses.title} />
          <Field name="phone" label="Phone" guess={guesses.phone} type="tel" />
          <details class="more">
            <summary class="link">Tags and language</summary>
            <Field name="tags" label="Tags, separated by commas" />
            <Field
              name="language"
              label="Language"
              guess={guesses.language && { ...guesses.language, value: languageName(guesses.language.value) }}
            />
          </details>
        </section>
      </main>
      <footer class="composer row">
        <button type="submit" class="btn primary grow">
          Add to Regulars
        </button>
      </footer>
    </form>
  );
}

const said = { signature: 'Read from their signature', domain: 'Guessed from the address', page: '' };

function Field({
  name,
  label,
  guess,
  required,
  type = 'text',
}: {
  name: string;
  label: string;
  guess?: Guess;
  required?: boolean;
  type?: 'text' | 'tel';
}) {
  const source = guess && said[guess.from];
  return (
    <div class="field">
      <label for={`new-${name}`}>{label}</label>
      <input
        class="input"
        id={`new-${name}`}
        name={name}
        inputMode={type}
        dir="auto"
        required={required}
        maxLength={200}
        defaultValue={guess?.value ?? ''}
        aria-describedby={source ? `source-${name}` : undefined}
      />
      {source && (
        <span class="hint" id={`source-${name}`}>
          <Icon node={guess?.from === 'domain' ? AtSign : ScanText} />
          {source}
        </span>
      )}
    </div>
  );
}
