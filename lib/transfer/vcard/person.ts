// A card as a person: what a CRM can keep of it, with remarks on the rest, or why it is nobody.
import type { ReadPerson } from '../../model/person-draft';
import type { Card, FoundCard } from './cards';
import { addField, beginDraft, fitted, type Making } from './making';
import { namesOf } from './names';
import { type Property, parseProperty, preferredFirst } from './property';
import { take } from './takers';
import { oneLine, unescaped } from './text';

/** Kinds of cards (RFC 6350, 6473, 6869) that are no person; an organisation may be who one writes to. */
const nobody = new Map([
  ['group', 'a group'],
  ['location', 'a place'],
  ['application', 'a program'],
  ['device', 'a device'],
]);

/** The person of a card. Never throws. */
export function personOf(card: FoundCard): ReadPerson {
  if ('refused' in card) return card;
  const { place, properties, isOld } = card;
  const kind = kindOf(properties);
  const what = nobody.get(kind);
  if (what) return { place, refused: `This card is ${what}, not a person.` };
  const making = beginDraft(card);
  const { draft, remarks, leftOut } = making;
  const chosen = inPreferredOrder(withoutAlternatives(properties, making));
  takeNames(making, chosen, isOld);
  for (const property of chosen) take(making, property);
  takeAgents(making, card);
  draft.name ??= draft.callName;
  if (!draft.name && draft.identities.length === 0)
    return { place, refused: 'This card has neither a name nor an address.' };
  if (kind === 'org') remarks.add('This card is an organisation.');
  if (leftOut.size > 0) remarks.add(`Left out: ${listed([...leftOut])}.`);
  return { draft, remarks: remarks.list() };
}

function kindOf(properties: readonly Property[]): string {
  const said = properties.find(({ name }) => name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND');
  return said?.value.trim().toLowerCase() ?? '';
}

function takeNames(making: Making, properties: readonly Property[], isOld: boolean): void {
  const { name, others } = namesOf(properties, isOld);
  if (name) making.draft.name = fitted(making, name, 200, 'The name');
  for (const value of others) addField(making, { name: 'Other name', value });
}

/** Of properties that say the same in several ways (`ALTID`) the preferred one. */
function withoutAlternatives(properties: readonly Property[], { remarks }: Making): Property[] {
  const best = new Map<string, Property>();
  for (const property of preferredFirst(properties)) {
    const key = alternativeKey(property);
    if (key !== undefined && !best.has(key)) best.set(key, property);
  }
  return properties.filter(property => {
    const key = alternativeKey(property);
    const isTaken = key === undefined || best.get(key) === property;
    if (!isTaken) remarks.add(`Another way of saying ${property.name} was left out.`);
    return isTaken;
  });
}

function alternativeKey({ name, parameters }: Property): string | undefined {
  const id = parameters.get('ALTID')?.[0];
  return id === undefined ? undefined : `${name} ${id}`;
}

/** Where several have one name, the preferred ones come first in the places that these have. */
function inPreferredOrder(properties: readonly Property[]): Property[] {
  const byName = new Map<string, Property[]>();
  for (const property of preferredFirst(properties)) {
    const same = byName.get(property.name);
    if (same) same.push(property);
    else byName.set(property.name, [property]);
  }
  const next = new Map<string, number>();
  return properties.map(property => {
    const at = next.get(property.name) ?? 0;
    next.set(property.name, at + 1);
    return byName.get(property.name)?.[at] ?? property;
  });
}

/** Assistants: cards within the card (vCard 2.1), or as its text (3.0). */
function takeAgents(making: Making, { agents, properties, isOld }: Card): void {
  const written = properties
    .filter(({ name }) => name === 'AGENT')
    .map(({ value }) => unescaped(value, isOld));
  for (const agent of [...agents, ...written.map(textCard)]) {
    const value = agentText(agent, isOld);
    if (!value) continue;
    addField(making, { name: 'Assistant', value });
    making.remarks.add('Of the card of an assistant, name, address and number were kept.');
  }
}

function textCard(text: string): Property[] {
  const encoder = new TextEncoder();
  const silent = () => undefined;
  return text.split('\n', 200).flatMap(line => parseProperty(0, encoder.encode(line), silent) ?? []);
}

function agentText(agent: readonly Property[], isOld: boolean): string {
  const ways = agent
    .filter(({ name }) => name === 'EMAIL' || name === 'TEL')
    .map(({ value }) => oneLine(unescaped(value, isOld)));
  return [namesOf(agent, isOld).name, ...ways].filter(Boolean).join(', ');
}

function listed(names: string[]): string {
  const shown = names.slice(0, 20).map(name => name.slice(0, 60));
  return names.length > 20 ? `${shown.join(', ')} and ${names.length - 20} more` : shown.join(', ');
}
