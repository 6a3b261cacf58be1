// Who a part of a page is about: identities and name by the recipe's rules, and whether it is the user.
import type { SeenIdentity } from '../../model/identity';
import type { PersonRule } from '../../model/recipe';
import type { SeenPerson } from '../../model/sighting';
import { cut } from '../dom';
import type { Place } from './place';
import { valueAt } from './value';

export type Read = { identities: SeenIdentity[]; name?: string };

const MAX_NAME = 300;

/** The person of a place; undefined where the page does not say who it is. */
export function personOf(rule: PersonRule, place: Place): Read | undefined {
  const identities = rule.identities.flatMap(({ kind, value, id, isIdEnough }) => {
    const lasting = valueAt(id, place);
    const shown = valueAt(value, place) ?? (isIdEnough ? lasting : undefined);
    return shown ? [{ kind, value: shown, ...(lasting && { id: cut(lasting, 120) }) }] : [];
  });
  const name = valueAt(rule.name, place);
  if (identities.length === 0 && !(rule.guests && name)) return undefined;
  const isHandle = identities.some(
    ({ value }) => value.toLowerCase() === name?.toLowerCase().replace(/^@/, ''),
  );
  return { identities, ...(name && !isHandle && { name: cut(name, MAX_NAME) }) };
}

/** Who is signed in, as far as the page says. */
export function ownIdentities(place: Place): SeenIdentity[] {
  return (place.recipe.own ?? []).flatMap(({ kind, value }) => {
    const own = valueAt(value, place);
    return own ? [{ kind, value: own }] : [];
  });
}

/** Whether two identities are one account; handles differ in case only by how they are written. */
export function isSame(one: SeenIdentity, other: SeenIdentity): boolean {
  if (one.kind !== other.kind) return false;
  if (one.id && other.id) return one.id === other.id;
  return one.value.toLowerCase() === other.value.toLowerCase();
}

/** A person of a sighting; the user has no name. */
export function seenPerson(
  { identities, name }: Read,
  role: SeenPerson['role'],
  isSelf: boolean,
): SeenPerson {
  return { ...(!isSelf && name && { name }), identities, role, ...(isSelf && { self: true }) };
}
