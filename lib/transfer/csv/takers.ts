// What becomes of a cell, by what its column means.
import { languageTag } from '../../capture/language-names';
import { parseAddress } from '../../identity/email';
import { isIdentityKind } from '../../identity/kinds';
import { profileIdentity } from '../../identity/profile-link';
import { styles } from '../../model/contact';
import type { Identity, SeenIdentity } from '../../model/identity';
import { isLanguageTag } from '../../model/language-tag';
import { readDate } from './dates';
import type { Column, ColumnTarget } from './mapping';
import { keep, keepInstead, quoted, type Taking, takeIdentity, takeNote, takeTag, takeText } from './taking';
import { bareAddress, isRoundedNumber, looksLikePhone, oneLine, severalOf, stageIn, yesOrNo } from './values';

type Taker = (taking: Taking, cell: string, column: Column, label: string | undefined) => void;

const text =
  (key: 'name' | 'callName' | 'company' | 'title' | 'consent' | 'id'): Taker =>
  (taking, cell) =>
    takeText(taking, key, cell);

const part =
  (key: keyof Taking['parts']): Taker =>
  ({ parts }, cell) => {
    parts[key] = oneLine(cell);
  };

const date =
  (key: 'createdAt' | 'consentAt'): Taker =>
  (taking, cell, { name }) => {
    const time = readDate(cell, taking.mapping.dates);
    if (time === 'unclear') keepInstead(taking, name, cell, 'may put the day or the month first');
    else if (time === undefined) keepInstead(taking, name, cell, 'is no date');
    else taking.draft[key] = time;
  };

const profile =
  (kind: Identity['kind']): Taker =>
  (taking, cell, { name }) => {
    for (const value of severalOf(cell, /[;,\r]|\s+(?=@|https?:)/g)) {
      const seen = accountIn(kind, value);
      if (!seen || !takeIdentity(taking, seen)) keepInstead(taking, name, value, 'is no profile');
    }
  };

/** What people write where there is no account. Two who have written the same would become one. */
const noAccount = /^@?(?:n\.?a\.?|null|nil|undefined|unknown|tbd|todo|keine?s?|ninguno|aucun|nessuno|geen)$/i;

/** The account that a link or a handle of one word means. */
function accountIn(kind: Identity['kind'], value: string): SeenIdentity | undefined {
  const linked = profileIdentity(value);
  if (linked) return linked;
  if (kind === 'mastodon') return profileIdentity(`@${value}`);
  const isHandle = /^@?[\p{L}\p{N}_.-]+$/u.test(value);
  return isHandle && yesOrNo(value) === undefined && !noAccount.test(value) ? { kind, value } : undefined;
}

/** Takes a cell that is not blank; `label` is what another column says about it. */
export const takers: Record<ColumnTarget, Taker> = {
  ignore: () => undefined,
  label: () => undefined,
  field: (taking, cell, { name }, label) =>
    keep(
      taking,
      oneLine(label ?? '')
        .slice(0, 60)
        .trim() || name,
      cell,
    ),
  address({ addresses }, cell, { name }) {
    addresses.set(name, [...(addresses.get(name) ?? []), cell]);
  },
  id: text('id'),
  name: text('name'),
  prefix: part('prefix'),
  firstName: part('firstName'),
  middleName: part('middleName'),
  lastName: part('lastName'),
  suffix: part('suffix'),
  callName: text('callName'),
  company: text('company'),
  title: text('title'),
  consent: text('consent'),
  stage(taking, cell, { name }) {
    const stage = stageIn(cell);
    if (stage) taking.draft.stage = stage;
    else keepInstead(taking, name, cell, 'is none of the stages');
  },
  style(taking, cell, { name }) {
    const style = styles.find(one => one === cell.toLowerCase());
    if (style) taking.draft.style = style;
    else keep(taking, name, cell);
  },
  timeZone(taking, cell, { name }) {
    if (isTimeZone(cell)) taking.draft.timeZone = cell;
    else keepInstead(taking, name, cell, 'is no time zone');
  },
  language(taking, cell, { name }) {
    const tag =
      cell.length <= 35 ? (languageTag(cell) ?? (isLanguageTag(cell) ? cell : undefined)) : undefined;
    if (tag) taking.draft.language = tag;
    else keepInstead(taking, name, cell, 'is no known language');
  },
  doNotContact(taking, cell, { name }) {
    const answer = yesOrNo(cell);
    if (answer === undefined)
      taking.remarks.add(
        `${name}: ${quoted(cell)} is neither yes nor no, and is taken for “do not contact”.`,
      );
    if (answer !== false) taking.draft.doNotContact = true;
  },
  tags(taking, cell) {
    const values = severalOf(cell, taking.mapping.lists === 'lines' ? /\r\n?/g : /[,;|\r]/g);
    // Google's own groups have a star; everybody is in the first of them.
    for (const value of values) if (value !== '* myContacts') takeTag(taking, value.replace(/^\* /, ''));
  },
  notes: (taking, cell) => takeNote(taking, cell),
  createdAt: date('createdAt'),
  consentAt: date('consentAt'),
  followUp: ({ remarks }, cell) => remarks.add(`The follow-up ${quoted(cell)} is left out.`),
  email(taking, cell, column, label) {
    eachValue(taking, cell, /[;,\t\r]/g, label ?? column.label, (value, of) => {
      const bare = bareAddress(value);
      const values = parseAddress(bare) ? [bare] : bare.split(/\s+/).filter(one => one !== '');
      for (const one of values.every(each => parseAddress(each)) ? values : [bare])
        if (!takeIdentity(taking, { kind: 'email', value: one.slice(0, 400) || '?' }, of))
          keepInstead(taking, column.name, value, 'is no e-mail address');
    });
  },
  phone(taking, cell, column, label) {
    eachValue(taking, cell, /[;,|\r]| \/ /g, label ?? column.label, (value, of) => {
      const seen = { kind: 'phone' as const, value: value.replace(/^tel:/i, '').trim() || '?' };
      if (isRoundedNumber(value))
        keepInstead(taking, column.name, value, 'has lost its digits in a spreadsheet');
      else if (!looksLikePhone(value) || !takeIdentity(taking, seen, of))
        keepInstead(taking, column.name, value, 'can’t be dialled from everywhere without a country code');
    });
  },
  link(taking, cell, { name }) {
    for (const value of severalOf(cell, /[;,\s]+/g)) {
      const seen = profileIdentity(value);
      if (!seen || !takeIdentity(taking, seen)) keep(taking, name, value);
    }
  },
  profiles(taking, cell, { name }) {
    for (const line of severalOf(cell, /\r\n?/g)) {
      const [, kind = '', value = '', id] = /^([a-z]+): (.+?)(?: \(#([^\s)]+)\))?$/.exec(line) ?? [];
      const named: SeenIdentity | undefined = isIdentityKind(kind)
        ? { kind, value, ...(id && { id }) }
        : undefined;
      const seen = named ?? profileIdentity(line);
      if (!seen || !takeIdentity(taking, seen)) keepInstead(taking, name, line, 'is no profile');
    }
  },
  x: profile('x'),
  linkedin: profile('linkedin'),
  github: profile('github'),
  youtube: profile('youtube'),
  reddit: profile('reddit'),
  bluesky: profile('bluesky'),
  instagram: profile('instagram'),
  mastodon: profile('mastodon'),
};

/** The values of one cell, each with its own label, or with the only one there is. */
function eachValue(
  { mapping }: Taking,
  cell: string,
  signs: RegExp,
  label: string | undefined,
  take: (value: string, label: string | undefined) => void,
): void {
  const labels = (label ?? '').replaceAll(' ::: ', '\n').split('\n');
  const values = severalOf(cell, mapping.lists === 'lines' ? /\r\n?/g : signs);
  for (const [index, value] of values.entries()) take(value, labels.length === 1 ? labels[0] : labels[index]);
}

function isTimeZone(name: string): boolean {
  if (name.length > 60) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
