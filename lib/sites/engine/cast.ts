// The people of a sighting, each account once, in the order in which they matter.
import type { SeenIdentity } from '../../model/identity';
import type { SeenPerson } from '../../model/sighting';
import { isSame, type Read, seenPerson } from './person';

const MAX_PEOPLE = 64;

/** Lower comes first. */
const order: Partial<Record<SeenPerson['role'], number>> = { author: 0, sender: 0, reposter: 2, quoted: 3 };
const rankOf = (role: SeenPerson['role']): number => order[role] ?? 1;

type Entry = { person: SeenPerson; rank: number };

export class Cast {
  private readonly entries: Entry[] = [];

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
      // Whoever is quoted and also writes here is somebody who writes here.
      if (rankOf(role) < rankOf(known.person.role)) this.promote(known, role);
      return known.person;
    }
    if (this.entries.length >= MAX_PEOPLE) return undefined;
    const self = isSelf || read.identities.some(one => this.own.some(own => isSame(own, one)));
    const person = seenPerson(read, role, self);
    this.entries.push({ person, rank: isFirst ? -1 : rankOf(role) });
    return person;
  }

  /** In order: whom the address is about, the author, the others as they come, those who only passed it on or are quoted. */
  people(): SeenPerson[] {
    return this.entries.toSorted((a, b) => a.rank - b.rank).map(({ person }) => person);
  }

  private promote(known: Entry, role: SeenPerson['role']): void {
    known.person.role = role;
    known.rank = Math.min(known.rank, rankOf(role));
    this.entries.push(...this.entries.splice(this.entries.indexOf(known), 1));
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
