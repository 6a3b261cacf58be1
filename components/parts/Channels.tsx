// The ways to reach a contact, an icon each; the one by which they are on this page is tinted.
import { identityKindNames } from '../../lib/identity/kinds';
import { identityLink } from '../../lib/identity/links';
import type { Identity } from '../../lib/model/identity';
import { Icon } from '../ui/Icon';
import { channelIcons } from './channel-icons';

/** What following the link does. */
const verb = (kind: Identity['kind']) =>
  kind === 'email' ? 'Write to' : kind === 'phone' ? 'Call' : `Open on ${identityKindNames[kind]}:`;

type Props = { identities: Identity[] /** The value they were recognised by. */; current?: string };

export function Channels({ identities, current }: Props) {
  // One of each kind is enough; all of them are among the details.
  const first = new Map<string, Identity>();
  for (const identity of identities) {
    if (!first.has(identity.kind) || identity.value === current) first.set(identity.kind, identity);
  }
  const order = Object.keys(channelIcons);
  const shown = [...first.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  if (shown.length === 0) return null;
  return (
    <ul class="channels" aria-label="Ways to reach them">
      {shown.map(identity => {
        const label = `${verb(identity.kind)} ${identity.value}${identity.verifiedAt ? ' (verified)' : ''}`;
        return (
          <li key={identity.key}>
            <a
              class={`icon-btn${identity.value === current ? ' on' : ''}`}
              href={identityLink(identity)}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={label}
              title={label}
            >
              <Icon node={channelIcons[identity.kind]} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
