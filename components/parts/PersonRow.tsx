// One person in a list: avatar, name, and what tells them from others.
import type { ContactSummary } from '../../lib/model/on-screen';
import { Avatar } from './Avatar';

type Props = { contact: ContactSummary; onChoose(id: string): void };

export function PersonRow({ contact, onChoose }: Props) {
  return (
    <li>
      <button type="button" class="person-row" onClick={() => onChoose(contact.id)}>
        <Avatar name={contact.name} id={contact.id} />
        <span class="grow cut">
          <bdi>{contact.name}</bdi>
          <br />
          <span class="meta">
            <bdi>{contact.company ?? contact.address ?? ''}</bdi>
          </span>
        </span>
      </button>
    </li>
  );
}
