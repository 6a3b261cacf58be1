// All plain values of a contact, each editable, with its addresses and where values came from.
import { BadgeCheck, BadgeQuestionMark, X } from 'lucide';
import { relativeDate } from '../../lib/dates/relative';
import { timeZoneOf, timeZones } from '../../lib/dates/time-zones';
import { identityKindNames } from '../../lib/identity/kinds';
import type { ContactPatch } from '../../lib/model/contact';
import type { Identity } from '../../lib/model/identity';
import type { Card } from '../../lib/model/on-screen';
import type { Source } from '../../lib/model/source';
import { sourceNames, stageNames, styleNames } from '../../lib/privacy/words';
import { IconButton } from '../ui/IconButton';
import { AddIdentity } from './AddIdentity';
import { ChoiceLine } from './ChoiceLine';
import { Consent } from './Consent';
import * as actions from './card-actions';
import { EditableLine } from './EditableLine';
import { focusTab } from './editing';
import * as screen from './screen';

const isIn = <Key extends string>(names: Record<Key, string>, text: string): text is Key =>
  Object.hasOwn(names, text);

const sourceOf = (source: Source | undefined) =>
  source && `${sourceNames[source.from]}, ${relativeDate(source.at, new Date())}`;

const save = (patch: ContactPatch) => void screen.saveContact(patch);

export function Details({ card, isPage = false }: { card: Card; isPage?: boolean }) {
  const { contact, identities } = card;
  return (
    <>
      <Names card={card} />
      <h3 class="when">How to reach them</h3>
      <ul class="identities">
        {identities.map(identity => (
          <IdentityLine key={identity.key} identity={identity} />
        ))}
      </ul>
      <AddIdentity onAdd={actions.addIdentity} />
      <h3 class="when">Relationship</h3>
      <Relationship card={card} />
      <label class="row check-line">
        <input
          type="checkbox"
          class="check"
          checked={contact.doNotContact}
          onChange={event => save({ doNotContact: event.currentTarget.checked })}
        />
        Do not contact
      </label>
      {!isPage && (
        <button type="button" class="link" onClick={() => screen.openDashboard(`person/${contact.id}`)}>
          Open the full page
        </button>
      )}
    </>
  );
}

function Names({ card: { contact } }: { card: Card }) {
  const lines = [
    { label: 'Name', value: contact.name, save: (name: string) => name && save({ name }) },
    { label: 'Company', value: contact.company, save: (text: string) => save({ company: text || null }) },
    { label: 'Title', value: contact.title, save: (text: string) => save({ title: text || null }) },
  ];
  return (
    <dl class="leaders">
      {lines.map(line => (
        <div key={line.label} title={sourceOf(line.value?.source)}>
          <dt>{line.label}</dt>
          <dd>
            <EditableLine
              label={line.label}
              value={line.value?.value ?? ''}
              maxLength={200}
              onSave={line.save}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const vouchedText = (at: number) => `Verified by you, ${relativeDate(at, new Date())}`;

function IdentityLine({ identity }: { identity: Identity }) {
  const { verifiedAt } = identity;
  const remove = async () => {
    if (await actions.removeIdentity(identity.key)) focusTab();
  };
  return (
    <li title={sourceOf(identity.source)}>
      <span class="quiet">{identityKindNames[identity.kind]}</span>
      <bdi class="wrap">{identity.value}</bdi>
      <IconButton
        icon={verifiedAt === undefined ? BadgeQuestionMark : BadgeCheck}
        toggled={verifiedAt !== undefined}
        label={`Verified: ${identity.value}`}
        hint={
          verifiedAt === undefined
            ? 'Not verified. Do you know that this is theirs?'
            : vouchedText(verifiedAt)
        }
        onClick={() => void actions.verifyIdentity(identity.key, verifiedAt === undefined)}
      />
      <IconButton icon={X} label={`Remove ${identity.value}`} onClick={() => void remove()} />
    </li>
  );
}

const asItems = (names: Record<string, string>) =>
  Object.entries(names).map(([id, label]) => ({ id, label }));

function Relationship({ card: { contact } }: { card: Card }) {
  const saveZone = (text: string) => {
    const timeZone = timeZoneOf(text);
    if (text === '' || timeZone) save({ timeZone: timeZone ?? null });
    else screen.toast.value = { text: `“${text}” is no time zone. Try a city, such as Madrid.`, bad: true };
  };
  return (
    <dl class="leaders">
      <div>
        <dt>Stage</dt>
        <dd>
          <ChoiceLine
            label="Stage"
            value={contact.stage ?? ''}
            choices={asItems(stageNames)}
            none={contact.stage && 'Not set'}
            onSave={chosen => save({ stage: isIn(stageNames, chosen) ? chosen : null })}
          />
        </dd>
      </div>
      <div>
        <dt>Relationship</dt>
        <dd>
          <ChoiceLine
            label="Relationship"
            value={contact.style ?? ''}
            choices={asItems(styleNames)}
            none={contact.style && 'Not set'}
            onSave={chosen => save({ style: isIn(styleNames, chosen) ? chosen : null })}
          />
        </dd>
      </div>
      <div>
        <dt>Time zone</dt>
        <dd>
          <EditableLine
            label="Time zone"
            value={contact.timeZone ?? ''}
            list="time-zones"
            maxLength={60}
            onSave={saveZone}
          />
          <datalist id="time-zones">
            {timeZones().map(zone => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </dd>
      </div>
      <Consent consent={contact.consent} onSave={purpose => save({ consent: purpose || null })} />
    </dl>
  );
}
