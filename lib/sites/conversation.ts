// From the messages an adapter read to a sighting: who is who, who comes first, and how much of it fits.
import type { SeenMessage, SeenPerson, Sighting } from '../model/sighting';
import type { ReadAddress } from './addresses';
import { cut } from './dom';
import type { Field } from './recipients';

/** A message as it stands on the page. */
export type ReadMessage = {
  id?: string;
  from: ReadAddress;
  replyTo?: ReadAddress[];
  to: ReadAddress[];
  cc?: ReadAddress[];
  bcc?: ReadAddress[];
  /** Milliseconds since 1970, where the page states the time without ambiguity. */
  at?: number;
  text?: string;
  /** Its text is on screen, not only its first line. */
  expanded: boolean;
};

type Role = SeenPerson['role'];
type Frame = Omit<Sighting, 'people' | 'conversation' | 'kind'>;

export const MAX_MESSAGES = 64;
/** Characters of the message in focus, and of each other message. */
export const FOCUS_TEXT = 4000;
export const OTHER_TEXT = 400;
const MAX_PEOPLE = 64;
const MAX_BYTES = 60_000;

/**
 * The message the reader looks at: the last open one that the user did not write, else the last open one. `messages` begin
 * with the oldest.
 */
export function focusOf(messages: readonly ReadMessage[], own: string | undefined): ReadMessage | undefined {
  const open = messages.filter(message => message.expanded);
  const shown = open.length > 0 ? open : messages;
  return shown.findLast(message => !same(message.from.value, own)) ?? shown.at(-1);
}

/** A sighting of a conversation. `read` is in page order; of too many the newest are kept. */
export function conversationOf(
  frame: Frame,
  read: readonly ReadMessage[],
  conversation?: { id?: string; title?: string },
  isNewestFirst = false,
): Sighting {
  const messages = isNewestFirst ? read.slice(0, MAX_MESSAGES) : read.slice(-MAX_MESSAGES);
  const focus = focusOf(isNewestFirst ? messages.toReversed() : messages, frame.ownAddress);
  const people = new People(frame.ownAddress);
  if (focus) people.add('sender', [focus.from]);
  people.add(
    'sender',
    messages.map(message => message.from),
  );
  for (const [role, field] of [
    ['reply-to', 'replyTo'],
    ['to', 'to'],
    ['cc', 'cc'],
    ['bcc', 'bcc'],
  ] as const) {
    for (const message of messages) people.add(role, message[field] ?? []);
  }
  const sighting: Sighting = { ...frame, kind: 'conversation', people: people.list };
  if (conversation) {
    sighting.conversation = {
      ...conversation,
      messages: messages.flatMap(message => people.messageOf(message, message === focus)),
    };
  }
  return toSize(sighting);
}

/** A sighting of a mail being written: its recipients are the people. */
export function composeOf(frame: Frame, fields: readonly Field[]): Sighting {
  const people = new People(frame.ownAddress);
  for (const { role, addresses } of fields) people.add(role, addresses);
  return toSize({ ...frame, kind: 'compose', people: people.list });
}

/** Who has no address on the page is known by the name there. */
const keyOf = ({ value, name }: ReadAddress) => (value ? value.toLowerCase() : `<${name ?? ''}>`);

/** One entry per address, in the order of being added. */
class People {
  readonly list: SeenPerson[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly own: string | undefined) {}

  add(role: Role, addresses: readonly ReadAddress[]): void {
    for (const address of addresses) {
      const { value, name, via } = address;
      const self = same(value, this.own);
      const person = this.list[this.placeOf(address)];
      if (person) {
        if (!self && name && !person.name) person.name = name;
      } else if (this.list.length < MAX_PEOPLE) {
        this.places.set(keyOf(address), this.list.length);
        this.list.push({
          ...(!self && name && { name }),
          identities: value ? [{ kind: 'email', value }] : [],
          role,
          ...(!value && { addressHidden: true }),
          ...(self && { self }),
          ...(via && { via }),
        });
      }
    }
  }

  private placeOf(address: ReadAddress): number {
    return this.places.get(keyOf(address)) ?? -1;
  }

  messageOf(message: ReadMessage, inFocus: boolean): SeenMessage[] {
    const from = this.placeOf(message.from);
    if (from === -1) return [];
    const others = [...message.to, ...(message.cc ?? []), ...(message.bcc ?? [])];
    const to = new Set(others.map(address => this.placeOf(address)).filter(place => place !== -1));
    const text = message.text && cut(message.text, inFocus ? FOCUS_TEXT : OTHER_TEXT);
    const { id, at } = message;
    return [{ ...(id && { id }), from, to: [...to], ...(at !== undefined && { at }), ...(text && { text }) }];
  }
}

/** Takes away the least needed until the message to the background is small enough. */
export function toSize(sighting: Sighting): Sighting {
  const steps = [
    () => shorten(sighting, OTHER_TEXT, 300),
    () => shorten(sighting, 0, 60),
    () => keepPeople(sighting, 16),
  ];
  for (const step of steps) {
    if (new TextEncoder().encode(JSON.stringify(sighting)).length <= MAX_BYTES) break;
    step();
  }
  return sighting;
}

function shorten({ people, conversation }: Sighting, text: number, name: number): void {
  for (const message of conversation?.messages ?? []) {
    if (message.text) message.text = cut(message.text, text) || undefined;
  }
  for (const person of people) {
    if (person.name) person.name = cut(person.name, name);
    if (person.via) person.via = cut(person.via, name);
  }
}

function keepPeople({ people, conversation }: Sighting, count: number): void {
  people.splice(count);
  if (!conversation) return;
  conversation.messages = conversation.messages
    .filter(message => message.from < count)
    .map(message => ({ ...message, to: message.to.filter(place => place < count) }));
}

function same(address: string, own: string | undefined): boolean {
  return own !== undefined && address.toLowerCase() === own.toLowerCase();
}
