// Somebody who seems to be a person the user knows, from another address or account: what differs, and no easy button.
import type { IdentityWarning, PersonOnScreen } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import * as screen from '../parts/screen';
import { Warning } from '../parts/Warnings';

/** The warnings under which nothing may be done by habit. */
type Danger = Extract<
  IdentityWarning,
  { kind: 'look-alike' | 'known-name-other-address' | 'handle-reassigned' }
>;
const dangers = new Set<IdentityWarning['kind']>([
  'look-alike',
  'known-name-other-address',
  'handle-reassigned',
]);

/** The first such warning about a person, if there is one. */
export const dangerOf = (person: PersonOnScreen): Danger | undefined =>
  person.warnings.find((warning): warning is Danger => dangers.has(warning.kind));

type Props = { person: PersonOnScreen; danger: Danger; onSomebodyElse(): void };

export function Impostor({ person, danger, onSomebodyElse }: Props) {
  const name = person.seen.name ?? person.address ?? 'Somebody';
  const { contact } = danger;
  const what = danger.kind === 'handle-reassigned' ? 'account' : 'address';
  return (
    <div class="stranger">
      <main>
        <section class="person pad" aria-labelledby="name">
          {person.warnings.map(warning => (
            <Warning key={warning.kind} warning={warning} />
          ))}
          <div class="who">
            <Avatar name={name} />
            <div>
              <h1 id="name">
                <bdi>{name}</bdi>
              </h1>
              <p class="sub wrap">
                <bdi>{person.address}</bdi>
              </p>
              <p class="sub">Nothing is saved about this {what}.</p>
            </div>
          </div>
        </section>
        {contact && (
          <section class="block pad" aria-labelledby="known">
            <header>
              <h2 id="known">
                The <bdi>{contact.callName ?? contact.name.split(' ')[0]}</bdi> you know
              </h2>
            </header>
            <ul class="suggest">
              <li>
                <Avatar name={contact.name} id={contact.id} />
                <div class="cut">
                  <bdi>{contact.name}</bdi>
                  <br />
                  <span class="meta">
                    <bdi>{contact.company ?? contact.address}</bdi>
                  </span>
                </div>
                <button
                  type="button"
                  class="btn small"
                  onClick={() => screen.choose(`contact:${contact.id}`)}
                >
                  Open
                </button>
              </li>
            </ul>
          </section>
        )}
      </main>
      <footer class="composer row">
        <button type="button" class="btn grow" onClick={onSomebodyElse}>
          This is somebody else
        </button>
        {contact && (
          <button type="button" class="btn plain" onClick={() => void screen.link(contact)}>
            It is their new {what}
          </button>
        )}
      </footer>
    </div>
  );
}
