// What two records of one person have in common: keys, so that duplicates are found in one pass over everybody.
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import type { DuplicateReason } from '../model/merge';
import { companyFromDomain } from './company';
import { mailboxAlias, parseAddress } from './email';
import { identityKey } from './keys';
import { identityKindNames } from './kinds';
import { identityLink, webLink } from './links';
import { nameWords, ownNameWords } from './names';
import { parsePhone } from './phone';
import { profileIdentity } from './profile-link';

/** `key` is equal for whoever may be one person; the reason says why, `detail` as it is written here. */
export type DuplicateKey = { key: string; reason: DuplicateReason };

/** Legal forms, which one writes and another leaves out. */
const legalForms = new Set(
  'gmbh ag kg ug ltd limited inc llc llp plc corp corporation company co sl sa slu sas sarl srl spa bv nv ab as oy aps'.split(
    ' ',
  ),
);

/** Keys of a contact that is present. `country` (ISO 3166) reads phone numbers that have no country code. */
export function duplicateKeys(
  contact: Contact,
  identities: readonly Identity[],
  country?: string,
): DuplicateKey[] {
  const texts = [...contact.fields, ...contact.preferences].map(({ value }) => value);
  const all = [
    ...identities.flatMap(identityKeys),
    ...texts.flatMap(text => textKeys(text, country)),
    ...mailboxKeys(contact.name.value, 'name-is-address'),
    ...nameKeys(contact, identities),
  ];
  return [...new Map(all.map(one => [one.key, one])).values()];
}

function identityKeys({ kind, key, value, accountId, ...rest }: Identity): DuplicateKey[] {
  if (kind === 'email') return mailboxKeys(value, 'same-mailbox');
  if (kind === 'phone') return [{ key, reason: { kind: 'same-phone', detail: value } }];
  const account = accountId && {
    key: `${kind}:#${accountId}`,
    reason: { kind: 'same-account' as const, detail: value },
  };
  const link = identityLink({ kind, key, value, ...rest });
  return [...(account ? [account] : []), ...(link ? [profileKey(link)] : [])];
}

function mailboxKeys(text: string, kind: DuplicateReason['kind']): DuplicateKey[] {
  const address =
    text.length <= 320 && text.includes('@') ? parseAddress(text.toLowerCase())?.address : undefined;
  const mailbox = address && (mailboxAlias(address) ?? address);
  return mailbox ? [{ key: `mailbox:${mailbox}`, reason: { kind, detail: mailbox } }] : [];
}

/** What somebody wrote into a field: an address, a number or a profile, where it is nothing else. */
function textKeys(text: string, country: string | undefined): DuplicateKey[] {
  const mailbox = mailboxKeys(text, 'same-mailbox');
  if (mailbox.length > 0) return mailbox;
  const link = /^\s*http/i.test(text) ? webLink(text) : undefined;
  // The home page of a company is nobody's profile.
  if (link) return new URL(link).pathname.length > 1 ? [profileKey(link)] : [];
  // A number without any sign of a phone may count something.
  const looksDialled = /^\s*[+0(]|\d[\s()./-]+\d/.test(text) && text.replace(/\D/g, '').length >= 9;
  const phone = looksDialled ? parsePhone(text, country) : undefined;
  if (!phone) return [];
  return [
    { key: `phone:${phone.number}`, reason: { kind: 'same-phone', detail: phone.formatInternational() } },
  ];
}

/** Whose profile an address is, or where it is unknown the place of it. */
function profileKey(link: string): DuplicateKey {
  const seen = profileIdentity(link);
  const known = seen && identityKey(seen);
  const { hostname, pathname } = new URL(link);
  const place = `${hostname.replace(/^www\./, '')}${pathname}`.toLowerCase().replace(/\/+$/, '');
  const detail =
    seen && known ? `${identityKindNames[seen.kind]} ${known.slice(seen.kind.length + 1)}` : place;
  return { key: `profile:${known ?? place}`, reason: { kind: 'same-profile', detail } };
}

/** The whole name with each company that they are known to be of: by word, or by the domain of an address. */
function nameKeys({ name, company }: Contact, identities: readonly Identity[]): DuplicateKey[] {
  const words = ownNameWords(name.value);
  if (!words) return [];
  const said = company ? [company.value] : [];
  const guessed = identities.flatMap(({ kind, value }) =>
    kind === 'email' ? (companyFromDomain(value) ?? []) : [],
  );
  return [...said, ...guessed].flatMap(text => {
    const own = companyWords(text);
    return own
      ? [{ key: `name:${words}|${own}`, reason: { kind: 'same-name-company' as const, detail: text } }]
      : [];
  });
}

function companyWords(text: string): string {
  // "S.L." is "SL".
  const words = nameWords(text.replace(/(?<=(?:^|[\s.])\p{L})\./gu, ''));
  const own = words.filter(word => !legalForms.has(word));
  return (own.length > 0 ? own : words).join(' ');
}
