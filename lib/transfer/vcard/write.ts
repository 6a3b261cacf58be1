// Writing vCard 4.0: a contact with everything that another program, or Regulars itself, can read of it.
import { shownIdentities } from '../../identity/accounts';
import { identityKindNames } from '../../identity/kinds';
import { identityLink, webLink } from '../../identity/links';
import { profileIdentity } from '../../identity/profile-link';
import type { Contact } from '../../model/contact';
import type { CustomField } from '../../model/custom-field';
import type { TimelineEvent } from '../../model/event';
import type { Identity } from '../../model/identity';
import { isLanguageTag } from '../../model/language-tag';
import type { Preference } from '../../model/preference';
import { escaped, folded, parameter } from './lines-out';
import { accountIdParameter, nameParameter, own } from './own';
import { timestampOf } from './times';

export type WrittenPerson = {
  contact: Contact;
  identities: readonly Identity[];
  /** Of its timeline the notes. */
  notes: readonly Pick<TimelineEvent, 'at' | 'text'>[];
  /** Of the fields at least those that the contact has. */
  fields: readonly Pick<CustomField, 'id' | 'name'>[];
};

/**
 * The card of a contact. What vCard (RFC 6350, 9554) has a property for is in that. Of our own, because there is none:
 *
 * - `X-REGULARS-STAGE`, `X-REGULARS-STYLE`: the word of the model.
 * - `X-REGULARS-DO-NOT-CONTACT:true`, only where it is so.
 * - `X-REGULARS-CONSENT`: its purpose, since when in `CREATED`.
 * - `X-REGULARS-PREFERENCE`: the value; what it is about in `X-NAME`. The preferred language is `LANG` instead.
 * - `X-REGULARS-FIELD`: the value of a custom field; its name in `X-NAME`. One called Birthday, Anniversary, Role or
 *   Address is `BDAY`, `ANNIVERSARY`, `ROLE` or `ADR` where these can say the same.
 *
 * Accounts are `SOCIALPROFILE`, the site's lasting id in the parameter `X-ACCOUNT-ID`; labels other than home and work are
 * `X-ABLabel`, as in most programs. Times have whole seconds; where a value came from is not written. `N` is not written:
 * nobody can tell the parts of a name that is one text. Control characters are left out (see `writable`); in a name, a tag
 * or another value of one line, line ends are read again as blanks, and blanks around it are not read.
 */
export function writeVcard({ contact, identities, notes, fields }: WrittenPerson): string {
  const names = new Map(fields.map(({ id, name }) => [id, name]));
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    ...idLines(contact),
    `FN:${escaped(contact.name.value)}`,
    ...textLine('NICKNAME', contact.callName?.value),
    ...textLine('ORG', contact.company?.value),
    ...textLine('TITLE', contact.title?.value),
    ...shownIdentities(identities).flatMap(identityLines),
    ...textLine('TZ', contact.timeZone),
    ...(contact.tags.length > 0 ? [`CATEGORIES:${contact.tags.map(escaped).join(',')}`] : []),
    ...notes.flatMap(({ at, text }) => textLine(`NOTE;CREATED=${timestampOf(at)}`, text)),
    ...textLine(own.stage, contact.stage),
    ...textLine(own.style, contact.style),
    ...(contact.doNotContact ? [`${own.doNotContact}:true`] : []),
    ...consentLine(contact),
    ...contact.preferences.flatMap(preferenceLine),
    ...contact.fields.flatMap(({ field, value }) => fieldLine(names.get(field), value)),
    'END:VCARD',
  ];
  return lines.map(folded).join('');
}

const textLine = (head: string, text: string | undefined): string[] =>
  text === undefined || text === '' ? [] : [`${head}:${escaped(text)}`];

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const idLines = ({ id, createdAt, updatedAt }: Contact): string[] => [
  uuid.test(id) ? `UID:urn:uuid:${id}` : `UID;VALUE=text:${escaped(id)}`,
  `CREATED:${timestampOf(createdAt)}`,
  `REV:${timestampOf(updatedAt)}`,
];

const consentLine = ({ consent }: Contact): string[] =>
  consent ? textLine(`${own.consent};CREATED=${timestampOf(consent.at)}`, consent.purpose) : [];

function preferenceLine({ label, value }: Preference, index: number, all: readonly Preference[]): string[] {
  const isFirst = all.findIndex(other => other.key === 'language') === index;
  if (isFirst && value.length <= 35 && isLanguageTag(value)) return [`LANG:${value}`];
  return textLine(own.preference + parameter(nameParameter, label), value);
}

/** Labels that are types of the standard; the others are properties in the group of theirs. */
const types = new Set(['home', 'work']);

function identityLines(identity: Identity, index: number): string[] {
  const { label } = identity;
  const [head, value] = identityProperty(identity);
  const isType = label !== undefined && types.has(label) && (head === 'EMAIL' || head === 'TEL');
  if (isType) return [`${head};TYPE=${label}:${escaped(value)}`];
  if (!label) return [`${head}:${escaped(value)}`];
  const group = `item${index + 1}`;
  return [`${group}.${head}:${escaped(value)}`, `${group}.X-ABLabel:${escaped(label)}`];
}

/** Its name with parameters, and its value. */
function identityProperty(identity: Identity): [string, string] {
  const { kind, value, accountId } = identity;
  if (kind === 'email') return ['EMAIL', value];
  if (kind === 'phone') return ['TEL', value];
  if (kind === 'web' && !accountId && webLink(value) && !profileIdentity(value)) return ['URL', value];
  const link = identityLink(identity);
  const id = accountId ? parameter(accountIdParameter, accountId) : '';
  const head = `SOCIALPROFILE${parameter('SERVICE-TYPE', identityKindNames[kind])}${id}`;
  // What means somebody only with its host is said as it is: a link made of it could be another one.
  const isHostScoped = kind === 'web' || kind === 'mastodon' || kind === 'wordpress';
  if (!link || isHostScoped) return [`${head};VALUE=text`, value];
  return [head + parameter('USERNAME', value), link];
}

/** As the reader gives the days of `BDAY` and `ANNIVERSARY`. */
const day = /^(?:\d{4}-|--)\d\d-\d\d$/;

function fieldLine(name: string | undefined, value: string): string[] {
  if (name === undefined) return [];
  const isLine = value.trim() === value && !/\p{Cc}/u.test(value);
  if (name === 'Birthday' && day.test(value)) return [`BDAY:${value.replace(/(\d)-/g, '$1')}`];
  if (name === 'Anniversary' && day.test(value)) return [`ANNIVERSARY:${value.replace(/(\d)-/g, '$1')}`];
  if (name === 'Role' && isLine) return textLine('ROLE', value);
  if (name === 'Address' && isLine) return value ? [`ADR:;;${escaped(value)};;;;`] : [];
  return textLine(own.field + parameter(nameParameter, name), value);
}
