// What to be wary of: addresses that imitate known ones, known names elsewhere, answers that go elsewhere.
import { findIdentities, summaries } from '../db/contacts';
import type { Database } from '../db/database';
import { imitatedDomain } from '../db/look-alikes';
import { isAccountOf } from '../identity/accounts';
import { parseAddress } from '../identity/email';
import { identityKey } from '../identity/keys';
import { nameLooksLikeAddress } from '../identity/names';
import { skeleton } from '../identity/skeleton';
import type { IdentityWarning } from '../model/on-screen';
import type { SeenPerson } from '../model/sighting';
import { type Candidate, sameNamed } from './matching';
import type { SiteFacts } from './sites';

/** What the user must know before answering a person who is no contact by address. */
export async function warnAbout(
  db: Database,
  person: Candidate,
  everybody: SeenPerson[],
): Promise<IdentityWarning[]> {
  const warnings: IdentityWarning[] = await reassignedHandles(db, person);
  const seen = person.address;
  if (!seen || !parseAddress(seen)) return warnings;
  const imitated = await imitatedAddress(db, seen);
  if (imitated) warnings.push({ kind: 'look-alike', ...imitated, seen });
  if (!imitated) {
    for (const contact of await sameNamed(db, person.seen.name)) {
      if (contact.address && contact.address.toLowerCase() !== seen.toLowerCase()) {
        warnings.push({ kind: 'known-name-other-address', contact, known: contact.address, seen });
        break;
      }
    }
  }
  return [...warnings, ...readingWarnings(person, everybody)];
}

/** Handles of contacts that belong to another account now. */
async function reassignedHandles(db: Database, { seen, keys }: Candidate): Promise<IdentityWarning[]> {
  const stored = (await findIdentities(db, keys)).filter(row => row !== undefined);
  const gone = stored.filter(row => !isAccountOf(row, seen.identities));
  const handles = new Map(gone.map(row => [row.contactId, row.value]));
  const owners = await summaries(db, [...handles.keys()]);
  return owners.map(contact => ({
    kind: 'handle-reassigned',
    contact,
    handle: handles.get(contact.id) ?? '',
  }));
}

/** Of somebody known by nothing but what visitors type of themselves: it may be anybody. */
export function typedWarning(
  { seen: { identities } }: Candidate,
  site: Pick<SiteFacts, 'name' | 'typed'> | undefined,
): IdentityWarning[] {
  const [first] = identities;
  const isTyped = identities.every(({ kind }) => site?.typed?.includes(kind));
  return site && first && isTyped ? [{ kind: 'only-typed', seen: first.value, site: site.name }] : [];
}

/** Warnings that follow from the page alone: they hold for contacts too. */
export function readingWarnings(person: Candidate, everybody: SeenPerson[]): IdentityWarning[] {
  const warnings: IdentityWarning[] = [];
  const seen = person.address;
  if (!seen) return warnings;
  const name = person.seen.name;
  if (name && nameLooksLikeAddress(name) && name.toLowerCase() !== seen.toLowerCase()) {
    warnings.push({ kind: 'name-is-other-address', name, seen });
  }
  const replyTo = everybody.find(other => other.role === 'reply-to')?.identities[0]?.value;
  if (person.seen.role === 'sender' && replyTo && replyTo.toLowerCase() !== seen.toLowerCase()) {
    warnings.push({ kind: 'reply-to-differs', from: seen, replyTo });
  }
  return warnings;
}

async function imitatedAddress(db: Database, seen: string) {
  const parsed = parseAddress(seen);
  const known = parsed ? await db.domains.get(parsed.domain) : undefined;
  if (!parsed || known !== undefined) return imitatedMailbox(db, seen);
  const domain = await imitatedDomain(db, parsed.domain);
  if (!domain) return undefined;
  const value = `${parsed.local}@${domain}`;
  const [identity] = await findIdentities(db, [identityKey({ kind: 'email', value }) ?? '']);
  const [contact] = identity ? await summaries(db, [identity.contactId]) : [];
  return { known: identity ? identity.value : domain, contact };
}

/** Another local part of a known domain that only looks like a known one. */
async function imitatedMailbox(db: Database, seen: string) {
  const twin = await db.identities.where('skeleton').equals(skeleton(seen)).first();
  if (!twin || twin.value.toLowerCase() === seen.toLowerCase()) return undefined;
  const [contact] = await summaries(db, [twin.contactId]);
  return contact ? { known: twin.value, contact } : undefined;
}
