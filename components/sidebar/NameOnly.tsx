// Somebody of whom the page shows a name and nothing else: how to reveal more, and whom the name reminds of.
import { EyeOff } from 'lucide';
import type { PersonOnScreen, Stranger } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import * as screen from '../parts/screen';
import { Icon } from '../ui/Icon';

type Props = {
  person: PersonOnScreen;
  data: Stranger;
  site: string;
  /** The site's own way of showing the address, as a sentence. */
  reveal: string | undefined;
};

export function NameOnly({ person, data: { guesses, suggestions }, site, reveal }: Props) {
  const { name = 'Somebody', addressHidden } = person.seen;
  return (
    <main class="body">
      <section class="person pad" aria-labelledby="name">
        <div class="who">
          <Avatar name={name} />
          <div>
            <h1 id="name">
              <bdi>{name}</bdi>
            </h1>
            <p class="sub">{addressHidden ? 'Address hidden' : 'No address here'}</p>
          </div>
        </div>
        <div class="notice" role="note">
          <Icon node={EyeOff} />
          <h2>{addressHidden ? `${site} shows only the name` : 'This page shows only a name'}</h2>
          <p>
            A name alone is never taken for a person: others have it too.{' '}
            {addressHidden &&
              (reveal ?? 'Open their card on the page: with the address they are recognised.')}
          </p>
        </div>
        <p class="row">
          <button type="button" class="btn small" onClick={() => void screen.order('pick')}>
            Use the address selected on the page
          </button>
        </p>
        {guesses.name && (
          <p>
            <button
              type="button"
              class="link"
              aria-describedby="by-name"
              onClick={() => void screen.createNamed(guesses.name?.value ?? name)}
            >
              Add by name only
            </button>
            <br />
            <span class="quiet" id="by-name">
              They are not recognised on pages until you add an address to their card.
            </span>
          </p>
        )}
      </section>
      {suggestions.length > 0 && (
        <section class="block pad" aria-labelledby="maybe">
          <header>
            <h2 id="maybe">Contacts of this name</h2>
          </header>
          <ul class="suggest">
            {suggestions.map(({ contact }) => (
              <li key={contact.id}>
                <Avatar name={contact.name} id={contact.id} />
                <div class="wrap">
                  <bdi>{contact.name}</bdi>
                  <br />
                  <span class="meta">
                    <bdi>{contact.address ?? contact.company}</bdi>
                  </span>
                </div>
                <button
                  type="button"
                  class="btn small"
                  onClick={() => screen.choose(`contact:${contact.id}`)}
                >
                  Look
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
