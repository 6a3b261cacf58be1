// Warnings about an identity: both addresses in full, the differing characters underlined.
import { ShieldAlert } from 'lucide';
import { differences, type Part } from '../../lib/identity/look-alike';
import type { IdentityWarning } from '../../lib/model/on-screen';
import { Icon } from '../ui/Icon';

const Parts = ({ parts }: { parts: Part[] }) => (
  <dd>
    <bdi>
      {parts.map((part, index) =>
        part.differs ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
      )}
    </bdi>
  </dd>
);

function Compare({ known, seen, labels }: { known: string; seen: string; labels: [string, string] }) {
  const parts = differences(known, seen);
  return (
    <dl class="compare">
      <div>
        <dt>{labels[0]}</dt>
        <Parts parts={parts.known} />
      </div>
      <div>
        <dt>{labels[1]}</dt>
        <Parts parts={parts.seen} />
      </div>
    </dl>
  );
}

export function Warning({ warning }: { warning: IdentityWarning }) {
  switch (warning.kind) {
    case 'look-alike':
      return (
        <div class="notice danger" role="alert">
          <Icon node={ShieldAlert} />
          <h2>This address only looks like one you know</h2>
          <div class="body">
            <Compare known={warning.known} seen={warning.seen} labels={['You know', 'This is']} />
            <p>Do not answer before you have asked them another way.</p>
          </div>
        </div>
      );
    case 'known-name-other-address':
      return (
        <div class="notice danger" role="alert">
          <Icon node={ShieldAlert} />
          <h2>You know this name from another address</h2>
          <div class="body">
            <Compare
              known={warning.known}
              seen={warning.seen}
              labels={[`${warning.contact.name} writes from`, 'This is from']}
            />
          </div>
        </div>
      );
    case 'handle-reassigned':
      return (
        <div class="notice danger" role="alert">
          <Icon node={ShieldAlert} />
          <h2>Not the account you know</h2>
          <p>
            <bdi>{warning.handle}</bdi> was <bdi>{warning.contact.name}</bdi>. The site says that another
            account has this handle now.
          </p>
        </div>
      );
    case 'only-typed':
      return (
        <div class="notice info" role="note">
          <Icon node={ShieldAlert} />
          <h2>Anybody can write under this address here</h2>
          <p>
            {warning.site} does not check who types <bdi class="wrap">{warning.seen}</bdi>. Ask them another
            way before you answer something private.
          </p>
        </div>
      );
    case 'name-is-other-address':
      return (
        <div class="notice danger" role="alert">
          <Icon node={ShieldAlert} />
          <h2>The name shown is not the sender’s address</h2>
          <div class="body">
            <Compare known={warning.name} seen={warning.seen} labels={['Name shown', 'Real address']} />
          </div>
        </div>
      );
    case 'reply-to-differs':
      return (
        <div class="notice danger" role="alert">
          <Icon node={ShieldAlert} />
          <h2>Answers go to another address</h2>
          <div class="body">
            <Compare known={warning.from} seen={warning.replyTo} labels={['This is from', 'Answers go to']} />
          </div>
        </div>
      );
  }
}
