// Contacts a stranger might be, each with its reason.
import type { Suggestion } from '../../lib/model/on-screen';
import { Avatar } from '../parts/Avatar';
import * as screen from '../parts/screen';

const why: Record<Suggestion['reason']['kind'], (detail: string) => string> = {
  'same-name': detail => `Same name, writes from ${detail}`,
  'same-phone-in-signature': () => 'Same phone in the signature',
  'same-mailbox-alias': detail => `Alias of ${detail}`,
};

export function Suggestions({ suggestions }: { suggestions: Suggestion[] }) {
  if (suggestions.length === 0) return null;
  return (
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
  );
}
