// The people of a sighting, each account once, in the order in which they matter.
import type { SeenIdentity } from '../../model/identity';
import type { SeenPerson } from '../../model/sighting';
import { isSame, type Read, seenPerson } from './person';

const MAX_PEOPLE = 64;

/** Lower comes first. */
const order: Partial<Record<SeenPerson['role'], number>> = { reposter: 2, quoted: 3 };

export class Cast {
  private readonly entries: { person: SeenPerson; rank: number }[] = [];

  constructor(private readonly own: readonly SeenIdentity[]) {}

  /** The person in this sighting; whoever is there already keeps the first role, and gets a name or an id. */
  add(
    read: Read,
    role: SeenPerson['role'],
    { isSelf = false, isFirst = false } = {},
  ): SeenPerson | undefined {
    const known = this.find(read);
    if (known) {
      complete(known.person, read);
      if (isFirst) known.rank = -1;
      return known.person;
    }
    if (this.entries.length >= MAX_PEOPLE) return undefined;
    const self = isSelf || read.identities.some(one => this.own.some(own => isSame(own, one)));
    const person = seenPerson(read, role, self);
    const rank = isFirst ? -1 : role === 'author' || role === 'sender' ? 0 : (order[role] ?? 1);
    this.entries.push({ person, rank });
    return person;
  }

  /** In order: whom the address is about, the author, the others as they come, those who only passed it on or are quoted. */
  people(): SeenPerson[] {
    return this.entries.toSorted((a, b) => a.rank - b.rank).map(({ person }) => person);
  }

  private find({ identities, name }: Read) {
    return this.entries.find(({ person }) =>
      identities.length > 0
        ? person.identities.some(known => identities.some(one => isSame(known, one)))
        : person.identities.length === 0 && person.name === name,
    );
  }
}

function complete(person: SeenPerson, { identities, name }: Read): void {
  if (!person.self && !person.name && name) person.name = name;
  for (const identity of identities) {
    const known = person.identities.find(({ kind }) => kind === identity.kind);
    if (!known) person.identities.push(identity);
    else if (identity.id && !known.id) known.id = identity.id;
  }
}
