// Who the people of a captured page are: contacts by what they can be recognised by, or perhaps by their name.
import { findIdentities } from '../db/contacts';
import type { Database } from '../db/database';
import { readSettings } from '../db/settings';
import { identityKeys } from '../identity/accounts';
import { capturedIdentities } from '../identity/captured';
import { companyFromDomain } from '../identity/company';
import { isOwn } from '../identity/me';
import type { CapturedPerson } from '../model/capture';
import type { CapturedMatch } from '../model/capture-view';
import type { Contact } from '../model/contact';
import type { SeenIdentity } from '../model/identity';
import type { Me } from '../model/settings';
import { locationField } from './location-field';
import { type Match, matchAll, sameNamed } from './matching';

/** The most people whose names are looked for; beyond that only what they are recognised by counts. */
const mostNamed = 100;

/** One match for each person, in their order. Reads only. */
export async function matchCaptured(
  db: Database,
  people: readonly CapturedPerson[],
): Promise<CapturedMatch[]> {
  const { me } = await readSettings(db);
  const candidates = people.map(person => {
    const identities = capturedIdentities(person, me.country);
    const name = person.values.find(({ field }) => field === 'name')?.value;
    const seen = { ...(name && { name: name.slice(0, 300) }), identities, role: 'profile' as const };
    return { seen, keys: identities.flatMap(one => identityKeys(one, me.country)) };
  });
  const matches = await matchAll(db, candidates);
  const location = await locationField(db);
  return Promise.all(
    candidates.map(async ({ seen }, place) => {
      const match = matches[place];
      return {
        identities: seen.identities,
        isOwn: seen.identities.some(({ kind, value }) => kind === 'email' && isOwn(value, me) === 'own'),
        suggestions: match || place >= mostNamed ? [] : await sameNamed(db, seen.name),
        ...companyOf(seen.identities),
        ...(match && { known: await known(db, match, seen.identities, me, location?.id) }),
      };
    }),
  );
}

/** What the domain of an address says, where it says something. */
function companyOf(identities: readonly SeenIdentity[]): { company?: string } {
  const address = identities.find(({ kind }) => kind === 'email');
  const company = address && companyFromDomain(address.value);
  return company ? { company } : {};
}

async function known(
  db: Database,
  { contact, reason }: Match,
  identities: SeenIdentity[],
  me: Me,
  locationId: string | undefined,
): Promise<NonNullable<CapturedMatch['known']>> {
  const owners = await Promise.all(identities.map(one => findIdentities(db, identityKeys(one, me.country))));
  const fresh = identities.filter(
    (_one, place) => !owners[place]?.some(row => row?.contactId === contact.id),
  );
  const location = locationOf(contact, locationId);
  return { contact: shown(contact), reason, fresh, ...(location && { location }) };
}

const shown = ({ id, name, title, company, doNotContact }: Contact) => ({
  id,
  name,
  ...(title && { title }),
  ...(company && { company }),
  doNotContact,
});

const locationOf = ({ fields }: Contact, id: string | undefined): string | undefined =>
  fields.find(({ field }) => field === id)?.value;
