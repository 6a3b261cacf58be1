// Writing people as a table that spreadsheets open and that is read back as it was written.
import { shownIdentities } from '../../identity/accounts';
import type { Contact } from '../../model/contact';
import type { CustomField } from '../../model/custom-field';
import type { FollowUp } from '../../model/follow-up';
import type { Identity } from '../../model/identity';
import { guardLines } from './guard';
import { fieldMark, isOwnName, ownColumns, ownSlots, rawMark, slotLabelName, slotName } from './own-columns';
import { oneLine } from './values';

/** Everything about one person that is written. */
export type PersonRow = {
  contact: Contact;
  identities: readonly Identity[];
  notes?: string;
  /** The next thing to do. */
  followUp?: Pick<FollowUp, 'text' | 'dueAt'>;
};

export type CsvOptions = {
  fields: readonly CustomField[];
  /**
   * Writes every text as it is, for programs that compute nothing. A spreadsheet may take `=…` for a formula then: without
   * this, a `'` stands before it.
   */
  isRaw?: boolean;
};

/** Portions of at least this many characters are given. */
const portionLength = 64 * 1024;

type Cells = (row: PersonRow) => string;

/**
 * A table of people as text, portion by portion: RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know the
 * encoding. Its columns are recognised when it is read again.
 */
export async function* csvOf(
  people: Iterable<PersonRow> | AsyncIterable<PersonRow>,
  { fields, isRaw = false }: CsvOptions,
): AsyncGenerator<string> {
  const columns = columnsOf(fields, isRaw);
  const guard = isRaw ? (text: string) => text : guardLines;
  const record = (cells: string[]) => `${cells.map(cell => quoted(guard(cell))).join(',')}\r\n`;
  let portion = `\ufeff${record(columns.map(([name]) => name))}`;
  for await (const row of people) {
    portion += record(columns.map(([, cell]) => cell(row)));
    if (portion.length < portionLength) continue;
    yield portion;
    portion = '';
  }
  if (portion) yield portion;
}

/** In quotation marks where any reader could cut: at a delimiter, a line end, a quotation mark, outer blanks. */
const quoted = (cell: string) =>
  /[",;|\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function columnsOf(fields: readonly CustomField[], isRaw: boolean): [string, Cells][] {
  return [
    [ownColumns.name, ({ contact }) => contact.name.value],
    [ownColumns.callName, ({ contact }) => contact.callName?.value ?? ''],
    [ownColumns.company, ({ contact }) => contact.company?.value ?? ''],
    [ownColumns.title, ({ contact }) => contact.title?.value ?? ''],
    ...slotColumns('email'),
    ...slotColumns('phone'),
    [ownColumns.profiles, profiles],
    [ownColumns.stage, ({ contact }) => contact.stage ?? ''],
    [ownColumns.style, ({ contact }) => contact.style ?? ''],
    [ownColumns.language, ({ contact }) => language(contact) ?? ''],
    [ownColumns.timeZone, ({ contact }) => contact.timeZone ?? ''],
    [ownColumns.tags, ({ contact }) => contact.tags.map(oneLine).join('\n')],
    [ownColumns.doNotContact, ({ contact }) => (contact.doNotContact ? 'yes' : '')],
    [ownColumns.consent, ({ contact }) => contact.consent?.purpose ?? ''],
    [ownColumns.consentAt, ({ contact }) => (contact.consent ? iso(contact.consent.at) : '')],
    ...fields.map(fieldColumn),
    ['Preferences', preferences],
    [ownColumns.notes, ({ notes }) => notes ?? ''],
    [ownColumns.followUp, ({ followUp }) => (followUp ? `${iso(followUp.dueAt)} ${followUp.text}` : '')],
    [ownColumns.createdAt, ({ contact }) => iso(contact.createdAt)],
    [ownColumns.id, ({ contact }) => contact.id],
    ...(isRaw ? ([[rawMark, () => '']] satisfies [string, Cells][]) : []),
  ];
}

const iso = (time: number) => new Date(time).toISOString();

/** The first addresses or numbers in a column each, all further ones in the last, each column with that of its labels. */
function slotColumns(kind: 'email' | 'phone'): [string, Cells][] {
  return Array.from({ length: ownSlots }, (_, index) => {
    const inSlot = ({ identities }: PersonRow) => {
      const all = identities.filter(one => one.kind === kind);
      return all.slice(index, index + 1 === ownSlots ? undefined : index + 1);
    };
    const lines = (text: (one: Identity) => string): Cells => {
      return row =>
        inSlot(row)
          .map(one => oneLine(text(one)))
          .join('\n');
    };
    return [
      [slotName(kind, index + 1), lines(one => one.value)],
      [slotLabelName(kind, index + 1), lines(one => one.label ?? '')],
    ] satisfies [string, Cells][];
  }).flat();
}

/** `linkedin: ana-prat`, a line each; the site's own id of an account behind it. */
const profiles: Cells = ({ identities }) =>
  shownIdentities(identities)
    .filter(({ kind }) => kind !== 'email' && kind !== 'phone')
    .map(({ kind, value, accountId }) => `${kind}: ${oneLine(value)}${accountId ? ` (#${accountId})` : ''}`)
    .join('\n');

const language = ({ preferences }: Contact) => preferences.find(({ key }) => key === 'language')?.value;

const preferences: Cells = ({ contact }) =>
  contact.preferences
    .filter(({ key }) => key !== 'language')
    .map(({ label, value }) => `${oneLine(label)}: ${oneLine(value)}`)
    .join('\n');

function fieldColumn({ id, name }: CustomField): [string, Cells] {
  const value: Cells = ({ contact }) => contact.fields.find(({ field }) => field === id)?.value ?? '';
  return [isOwnName(name) ? fieldMark + name : name, value];
}
