// What is made of each property of a card.
import { stages, styles } from '../../model/contact';
import { isLanguageTag } from '../../model/language-tag';
import { accountChannel, emailChannel, kindOfService, phoneChannel, webChannel } from './channels';
import { fieldOf, labelOf } from './fields';
import { addChannel, addField, addNote, addTag, addText, fitted, type Making, quoted } from './making';
import { nameParameter, own } from './own';
import type { Property } from './property';
import { oneLine, splitEscaped, unescaped } from './text';
import { timeOf } from './times';

type Taker = (making: Making, property: Property) => void;

const lineOf = ({ isOld }: Making, { value }: Property): string => oneLine(unescaped(value, isOld));
/** The values of a property that holds several between commas. */
const listOf = ({ isOld }: Making, { value }: Property): string[] =>
  splitEscaped(value, ',').map(item => oneLine(unescaped(item, isOld)));

function takeOrganisation(making: Making, { value }: Property): void {
  const [name = '', ...units] = splitEscaped(value, ';').map(part => oneLine(unescaped(part, making.isOld)));
  addText(making, 'company', name, { max: 200, field: 'Company' });
  addField(making, { name: 'Department', value: units.filter(Boolean).join(', ') });
}

function takeNicknames(making: Making, property: Property): void {
  for (const name of listOf(making, property))
    addText(making, 'callName', name, { max: 80, field: 'Nickname' });
}

function takeAddress(making: Making, property: Property): void {
  const value = lineOf(making, property);
  const channel = webChannel(property, value);
  if (channel) addChannel(making, channel, labelOf(property, making.labels));
  else if (value) making.remarks.add(`Left out, since it is no address of the web: ${quoted(value)}.`);
}

function takeAccount(making: Making, property: Property): void {
  const value = lineOf(making, property);
  // The types of an account say which service it is of.
  const label = property.group === undefined ? undefined : making.labels.get(property.group);
  if (value) addChannel(making, accountChannel(property, value), label);
}

function takeNote(making: Making, property: Property): void {
  const at = timeOf(property.parameters.get('CREATED')?.[0] ?? '');
  addNote(making, unescaped(property.value, making.isOld), at);
}

function takeTimeZone(making: Making, property: Property): void {
  const zone = lineOf(making, property);
  if (isTimeZone(zone) && making.draft.timeZone === undefined) making.draft.timeZone = zone;
  else addField(making, { name: 'Time zone', value: zone });
}

/** A name such as `Europe/Madrid` that the browser knows; offsets are none, they change with the season. */
function isTimeZone(text: string): boolean {
  if (!/^[a-z][\w/+-]{1,59}$/i.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function takeLanguage(making: Making, property: Property): void {
  const tag = lineOf(making, property);
  const isFirst = making.draft.language === undefined;
  if (isFirst && tag.length <= 35 && isLanguageTag(tag)) making.draft.language = tag;
  else addField(making, { name: 'Other language', value: tag });
}

function takeId({ draft, remarks }: Making, { value }: Property): void {
  const id = oneLine(unescaped(value, false)).replace(/^urn:uuid:/i, '');
  if (id.length > 200) remarks.add('Its id was left out: it is longer than 200 characters.');
  else if (id) draft.id = id;
}

function takeTime(making: Making, property: Property): void {
  const text = lineOf(making, property);
  const at = timeOf(text);
  if (at !== undefined) making.draft.createdAt = at;
  else if (text) making.remarks.add(`Left out, since it is no time: ${quoted(text)}.`);
}

function takeStage(making: Making, property: Property): void {
  const word = lineOf(making, property).toLowerCase();
  const stage = stages.find(known => known === word);
  if (stage) making.draft.stage = stage;
  else making.remarks.add(`Left out, since there is no such stage: ${quoted(word)}.`);
}

function takeStyle(making: Making, property: Property): void {
  const word = lineOf(making, property).toLowerCase();
  const style = styles.find(known => known === word);
  if (style) making.draft.style = style;
  else making.remarks.add(`Left out, since there is no such style: ${quoted(word)}.`);
}

function takeConsent(making: Making, property: Property): void {
  const text = unescaped(property.value, making.isOld);
  if (!text) return;
  making.draft.consent = fitted(making, text, 300, 'The consent');
  const at = timeOf(property.parameters.get('CREATED')?.[0] ?? '');
  if (at !== undefined) making.draft.consentAt = at;
}

function takeDoNotContact(making: Making, property: Property): void {
  making.draft.doNotContact = /^(?:1|true|yes)$/i.test(lineOf(making, property));
}

function takeNamed(making: Making, property: Property): void {
  const name = oneLine(property.parameters.get(nameParameter)?.[0] ?? '');
  const value = unescaped(property.value, making.isOld);
  if (name) addField(making, { name, value });
  else making.leftOut.add(property.name);
}

const nothing: Taker = () => undefined;

/** Takes the first time that is said, `REV`, unless there is a better one. */
const takeRevision: Taker = (making, property) => {
  // When it was made says more than when it was changed.
  if (making.draft.createdAt === undefined) takeTime(making, property);
};

const takeTitle: Taker = (making, property) =>
  addText(making, 'title', lineOf(making, property), { max: 200, field: 'Title' });

const takeEmail: Taker = (making, property) =>
  addChannel(making, emailChannel(lineOf(making, property)), labelOf(property, making.labels));

const takePhone: Taker = (making, property) =>
  addChannel(making, phoneChannel(property, lineOf(making, property)), labelOf(property, making.labels));

const takeTags: Taker = (making, property) => {
  for (const tag of listOf(making, property)) addTag(making, tag);
};

const takeMessenger =
  (name: string): Taker =>
  (making, property) =>
    addField(making, { name, value: lineOf(making, property) });

/** By name of the property; what is said elsewhere or says nothing about the person has `nothing`. */
const takers = new Map<string, Taker>([
  ['FN', nothing],
  ['N', nothing],
  ['KIND', nothing],
  ['AGENT', nothing],
  ['VERSION', nothing],
  ['PRODID', nothing],
  ['PROFILE', nothing],
  ['CLIENTPIDMAP', nothing],
  ['X-ABLABEL', nothing],
  ['ORG', takeOrganisation],
  ['TITLE', takeTitle],
  ['NICKNAME', takeNicknames],
  ['EMAIL', takeEmail],
  ['TEL', takePhone],
  ['URL', takeAddress],
  ['IMPP', takeAccount],
  ['SOCIALPROFILE', takeAccount],
  ['X-SOCIALPROFILE', takeAccount],
  ['X-AIM', takeMessenger('AIM')],
  ['X-ICQ', takeMessenger('ICQ')],
  ['X-JABBER', takeMessenger('Jabber')],
  ['X-MSN', takeMessenger('MSN')],
  ['X-SKYPE', takeMessenger('Skype')],
  ['X-SKYPE-USERNAME', takeMessenger('Skype')],
  ['X-YAHOO', takeMessenger('Yahoo')],
  ['X-QQ', takeMessenger('QQ')],
  ['X-GOOGLE-TALK', takeMessenger('Google Talk')],
  ['NOTE', takeNote],
  ['CATEGORIES', takeTags],
  ['TZ', takeTimeZone],
  ['LANG', takeLanguage],
  ['UID', takeId],
  ['CREATED', takeTime],
  ['REV', takeRevision],
  [own.stage, takeStage],
  [own.style, takeStyle],
  [own.consent, takeConsent],
  [own.doNotContact, takeDoNotContact],
  [own.preference, takeNamed],
  [own.field, takeNamed],
]);

/** Takes what a property says into the draft, or remembers that nothing was made of it. */
export function take(making: Making, property: Property): void {
  const { name } = property;
  const taker = takers.get(name) ?? (isService(name) ? takeAccount : takeField);
  taker(making, property);
}

const isService = (name: string) => name.startsWith('X-') && kindOfService(name.slice(2)) !== undefined;

function takeField(making: Making, property: Property): void {
  const field = fieldOf(property, labelOf(property, making.labels), making.isOld);
  if (field) addField(making, field);
  else making.leftOut.add(property.name);
}
