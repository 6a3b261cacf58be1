// The columns of Regulars' own table: what they are called when it is written, and what they mean when it is read.
import type { ColumnTarget } from './mapping';

export const ownColumns = {
  name: 'Name',
  callName: 'Call name',
  company: 'Company',
  title: 'Title',
  email: 'Email',
  phone: 'Phone',
  profiles: 'Profiles',
  stage: 'Stage',
  style: 'Style',
  language: 'Language',
  timeZone: 'Time zone',
  tags: 'Tags',
  doNotContact: 'Do not contact',
  consent: 'Consent',
  consentAt: 'Consent date',
  notes: 'Notes',
  followUp: 'Next follow-up',
  createdAt: 'Created',
  id: 'Regulars ID',
} as const satisfies Partial<Record<ColumnTarget, string>>;

/** Says in the place of the id that nothing is guarded against being computed. */
export const rawMark = 'Not guarded';

/** How many addresses and numbers have a column each; the last one holds all further ones, a line each. */
export const ownSlots = 3;

/** The header of the address or number counted from 1, and of its label. */
export const slotName = (to: 'email' | 'phone', slot: number) =>
  slot === 1 ? ownColumns[to] : `${ownColumns[to]} ${slot}`;
export const slotLabelName = (to: 'email' | 'phone', slot: number) => `${slotName(to, slot)} label`;

/** Begins the header of a custom field whose name would be taken for one of ours. */
export const fieldMark = 'Field: ';

const slots = (['email', 'phone'] as const).flatMap(to =>
  Array.from({ length: ownSlots }, (_, index) => ({ to, slot: index + 1 })),
);
const targets = new Map<string, ColumnTarget>([
  ...Object.entries(ownColumns).map(([to, name]) => [name, to as ColumnTarget] as const),
  ...slots.map(({ to, slot }) => [slotName(to, slot), to] as const),
  ...slots.map(({ to, slot }) => [slotLabelName(to, slot), 'label'] as const),
  [rawMark, 'ignore'],
]);

/** Whether a custom field of this name needs the mark. */
export const isOwnName = (name: string) => targets.has(name) || name.startsWith(fieldMark);

/** What a column of our own table means: everything that is not ours is a custom field by its name. */
export function ownMeaning(header: readonly string[], index: number) {
  const cell = header[index] ?? '';
  const to = targets.get(cell);
  if (to === undefined) {
    const name = cell.startsWith(fieldMark) ? cell.slice(fieldMark.length) : cell;
    return { to: 'field' as const, name };
  }
  const labelFrom = to === 'email' || to === 'phone' ? header.indexOf(`${cell} label`) : -1;
  return { to, ...(labelFrom !== -1 && { labelFrom }) };
}
