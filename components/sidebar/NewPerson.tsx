// A form for somebody who is not in Regulars, filled from what is on screen; what is typed survives leaving it.
import { UserRoundCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { identityKindNames } from '../../lib/identity/kinds';
import type { ContactSummary, PersonOnScreen, Stranger } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import { ownerOf } from '../parts/card-actions';
import { drafts, setDraft } from '../parts/drafts';
import { useEditing } from '../parts/editing';
import * as screen from '../parts/screen';
import { Warning } from '../parts/Warnings';
import { Icon } from '../ui/Icon';
import { Finder } from './Finder';
import { GuessField } from './GuessField';
import { draftOf, type FieldName, guessedFields, patchOf, valuesOf } from './new-person';
import { PhoneOwner } from './PhoneOwner';
import { Suggestions } from './Suggestions';

type Props = { person: PersonOnScreen; data: Stranger };

export function NewPerson({ person, data }: Props) {
  const { guesses, suggestions } = data;
  const draft = `new:${person.key}`;
  const values = valuesOf(drafts.value[draft], guesses);
  const [owner, setOwner] = useState<ContactSummary>();
  const guessed = guessedFields(guesses);
  const name = person.seen.name ?? person.address ?? 'Somebody';
  const shown = person.seen.identities.filter(({ kind }) => kind !== 'gravatar');
  const field = (id: FieldName) => ({
    id,
    guess: guessed[id],
    value: values[id],
    onInput: (value: string) => {
      setOwner(undefined);
      setDraft(draft, draftOf({ ...values, [id]: value }, guesses));
    },
  });
  const create = async (phone: string) => {
    if (await screen.create(patchOf(values), phone)) setDraft(draft, '');
  };
  const add = async () => {
    const phone = values.phone.trim();
    const known = phone ? await ownerOf({ kind: 'phone', value: phone }) : null;
    if (known) setOwner(known);
    else await create(phone);
  };
  return (
    <form
      class="stranger"
      onKeyDown={event => event.key === 'Escape' && setOwner(undefined)}
      onSubmit={event => {
        event.preventDefault();
        void add();
      }}
    >
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
        <Suggestions suggestions={suggestions} />
        <section class="block pad form" aria-labelledby="or-add">
          <header>
            <h2 id="or-add">{suggestions.length > 0 ? 'Or add them' : 'Add them'}</h2>
          </header>
          <GuessField {...field('name')} label="Name" required />
          {shown.map(({ kind, value }) => (
            <label key={`${kind} ${value}`} class="field">
              <span class="label">{identityKindNames[kind]}</span>
              <input class="input" readOnly value={value} />
            </label>
          ))}
          <GuessField {...field('company')} label="Company" />
          <GuessField {...field('title')} label="Title" />
          <GuessField {...field('phone')} label="Phone" type="tel" />
          <details class="more">
            <summary class="link">Tags and language</summary>
            <GuessField {...field('tags')} label="Tags, separated by commas" />
            <GuessField {...field('language')} label="Language" />
          </details>
        </section>
      </main>
      <Finish
        owner={owner}
        phone={values.phone}
        onWithoutPhone={() => void create('')}
        onLink={contact => void screen.link(contact)}
      />
    </form>
  );
}

type FinishProps = {
  owner: ContactSummary | undefined;
  phone: string;
  onWithoutPhone(): void;
  onLink(contact: ContactSummary): void;
};

/** The ways to end: add them; "this is also" a contact; or decide whose the typed number is. */
function Finish({ owner, phone, onWithoutPhone, onLink }: FinishProps) {
  const { editing, opener, open, close } = useEditing();
  if (owner) {
    return (
      <footer class="composer">
        <PhoneOwner owner={owner} phone={phone} onWithout={onWithoutPhone} onLink={() => onLink(owner)} />
      </footer>
    );
  }
  if (editing) {
    return (
      <footer class="composer upwards">
        <Finder label="Who of your contacts is this?" onChoose={onLink} onClose={() => close()} />
      </footer>
    );
  }
  return (
    <footer class="composer row">
      <button type="submit" class="btn primary grow">
        Add to Regulars
      </button>
      <button type="button" class="btn" ref={opener} onClick={open}>
        <Icon node={UserRoundCheck} />
        This is also…
      </button>
    </footer>
  );
}
