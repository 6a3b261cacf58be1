// All plain values of a contact, each editable, with its addresses and where values came from.
import { relativeDate } from '../../lib/dates/relative';
import type { Card } from '../../lib/model/on-screen';
import type { SourcedText } from '../../lib/model/source';
import { EditableLine } from './EditableLine';
import * as screen from './screen';

const origins = {
  user: 'written by you',
  page: 'read on a page',
  signature: 'read in a signature',
  domain: 'guessed from the address',
  import: 'imported',
};

const sourceOf = (value: SourcedText | undefined) =>
  value && `${origins[value.source.from]}, ${relativeDate(value.source.at, new Date())}`;

export function Details({ card }: { card: Card }) {
  const { contact, identities } = card;
  const lines = [
    { label: 'Name', value: contact.name, save: (name: string) => (name ? { name } : {}) },
    { label: 'Company', value: contact.company, save: (company: string) => ({ company: company || null }) },
    { label: 'Title', value: contact.title, save: (title: string) => ({ title: title || null }) },
  ];
  return (
    <>
      <dl class="leaders">
        {lines.map(line => (
          <div key={line.label} title={sourceOf(line.value)}>
            <dt>{line.label}</dt>
            <dd>
              <EditableLine
                label={line.label}
                value={line.value?.value ?? ''}
                onSave={value => void screen.saveContact(line.save(value))}
              />
            </dd>
          </div>
        ))}
        {identities.map(identity => (
          <div
            key={identity.key}
            title={`${origins[identity.source.from]}, ${relativeDate(identity.source.at, new Date())}`}
          >
            <dt>
              {identity.kind === 'email' ? 'Email' : identity.kind === 'phone' ? 'Phone' : identity.kind}
            </dt>
            <dd>
              <bdi>{identity.value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <label class="row check-line">
        <input
          type="checkbox"
          class="check"
          checked={contact.doNotContact}
          onChange={event => void screen.saveContact({ doNotContact: event.currentTarget.checked })}
        />
        Do not contact
      </label>
      <button type="button" class="link" onClick={() => screen.openDashboard(`contacts/${contact.id}`)}>
        Open the full page
      </button>
    </>
  );
}
