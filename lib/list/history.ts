// What the list keeps of a person's history: the last contact, the sites, and the words of notes.
import { nameWords } from '../identity/names';
import { type EventKind, handmadeKinds, type TimelineEvent } from '../model/event';

export type History = {
  /** When the last message, comment, call or meeting was, in ms. */
  lastContact?: number;
  /** The site of the last contact, where it has one. */
  lastSite?: string;
  /** Sites and kinds of places that events are of. */
  sites: string[];
  /** The words of what the user wrote, each after a line break. */
  words: string;
};

export const noHistory: History = { sites: [], words: '' };

/** What counts as having been in touch; a note or an open issue does not. */
const inTouch = new Set<EventKind>(['message', 'comment', 'call', 'meeting']);
const written = new Set<EventKind>(handmadeKinds);

/** Distinct words of one person's notes that are kept for search; about 30 pages of text. */
const mostWords = 3000;

/** Longer texts are cut into words piece by piece. */
const piece = 300;

/** The words of a text of any length. */
function wordsOf(text: string): string[] {
  const pieces = text.match(new RegExp(`[^]{1,${piece}}(?!\\S)|[^]{1,${piece}}`, 'g')) ?? [];
  return pieces.flatMap(nameWords);
}

/** Collects the history of many people from their events, which may come in any order. */
export class Histories {
  private readonly people = new Map<string, History & { found: Set<string> }>();

  add({ contactId, kind, at, site, title, text }: TimelineEvent): void {
    const person = this.people.get(contactId) ?? { ...noHistory, sites: [], found: new Set<string>() };
    this.people.set(contactId, person);
    if (inTouch.has(kind) && at >= (person.lastContact ?? 0)) {
      person.lastContact = at;
      person.lastSite = site;
    }
    if (site && !person.sites.includes(site)) person.sites.push(site);
    if (!written.has(kind)) return;
    for (const word of wordsOf(`${title ?? ''} ${text ?? ''}`)) {
      if (person.found.size >= mostWords) break;
      person.found.add(word.slice(0, 40));
    }
  }

  /** Whose history was collected. */
  ids(): Iterable<string> {
    return this.people.keys();
  }

  /** The history of a person; the empty one where there is none. */
  of(contactId: string): History {
    const person = this.people.get(contactId);
    if (!person) return noHistory;
    const { found, ...history } = person;
    return { ...history, words: [...found].map(word => `\n${word}`).join('') };
  }
}
