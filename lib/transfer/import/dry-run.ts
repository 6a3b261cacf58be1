// A dry run: reads a whole file and says what an import would do, and writes nothing.
import type { Database } from '../../db/database';
import type { Prepared } from '../../db/import/prepare';
import { type Weighed, weighPortion } from '../../db/import/weigh';
import type { Fate } from '../../model/import-fate';
import type { ReadPerson } from '../../model/person-draft';
import { inPortions, type Reading, type Refused } from './portions';
import { isDay, knownFields, type NewField, rulesFor } from './rules';

/** One person of the file, as the review shows them. */
export type Line = Pick<Weighed, 'place' | 'name' | 'fate' | 'reason' | 'added' | 'differences' | 'remarks'>;

export type DryRun = {
  /** How many things of the file were read. */
  read: number;
  counts: Record<Fate, number>;
  /** Columns that become custom fields, with how many people have a value. */
  newFields: (NewField & { people: number })[];
  /** The first of each fate, in the order of the file. */
  lines: Line[];
  /** Whether the file has so many people that not all of those who come twice were noticed. */
  isEstimate: boolean;
};

/** Lines that are kept of each fate; conflicts and refused rows are what somebody goes through. */
const mostLines: Record<Fate, number> = {
  new: 200,
  changed: 1000,
  same: 0,
  conflict: 5000,
  again: 1000,
  refused: 20_000,
};
const mostRemarked = 1000;
/** Keys and ids that are remembered in order to notice who comes twice. */
const mostNames = 400_000;

/** What an import of these people would do. Ends with `signal`, throwing its reason. */
export async function dryRun(
  db: Database,
  people: AsyncIterable<ReadPerson>,
  tell: (read: number) => void,
  signal: AbortSignal,
): Promise<DryRun> {
  const reading: Reading = { db, at: Date.now(), signal };
  const names = new Set<string>();
  const report = new Report();
  const fields = await knownFields(db);
  for await (const { refused, portion, read } of inPortions(people, reading)) {
    report.read = read;
    for (const line of refused) report.refuse(line);
    report.count(portion, fields);
    const rules = await rulesFor(reading, portion, {
      fieldIds: fields,
      choose: () => 'mine',
      cameBefore: wanted => wanted.some(name => names.has(name)),
    });
    const weighed = await weighPortion(db, portion, rules);
    for (const one of weighed) report.add(one);
    remember(weighed, names);
    tell(read);
  }
  return report.result(names.size >= mostNames);
}

function remember(weighed: readonly Weighed[], names: Set<string>): void {
  for (const { fate, contact, identities } of weighed) {
    if (fate !== 'new' || !contact || names.size >= mostNames) continue;
    names.add(contact.id);
    for (const { key } of identities) names.add(key);
  }
}

class Report {
  read = 0;
  private readonly counts: Record<Fate, number> = {
    new: 0,
    changed: 0,
    same: 0,
    conflict: 0,
    again: 0,
    refused: 0,
  };
  private readonly lines: Line[] = [];
  private readonly kept = new Map<Fate, number>();
  private readonly fields = new Map<string, NewField & { people: number }>();
  private remarked = 0;

  refuse({ place, refused }: Refused): void {
    const nothing = { name: '', added: [], differences: [], remarks: [] };
    this.add({ place, fate: 'refused', reason: refused, ...nothing });
  }

  add({ place, name, fate, reason, added, differences, remarks }: Line): void {
    this.counts[fate]++;
    const kept = this.kept.get(fate) ?? 0;
    const isRemarked = remarks.length > 0 && this.remarked < mostRemarked;
    if (kept >= mostLines[fate] && !isRemarked) return;
    this.kept.set(fate, kept + 1);
    if (remarks.length > 0) this.remarked++;
    this.lines.push({ place, name, fate, ...(reason && { reason }), added, differences, remarks });
  }

  count(portion: readonly Prepared[], known: ReadonlyMap<string, string>): void {
    for (const { name, value } of portion.flatMap(({ draft }) => draft.fields)) {
      if (known.has(name)) continue;
      const { kind, people } = this.fields.get(name) ?? { kind: 'date', people: 0 };
      this.fields.set(name, { name, kind: isDay(value) ? kind : 'text', people: people + 1 });
    }
  }

  result(isEstimate: boolean): DryRun {
    const newFields = [...this.fields.values()];
    const lines = this.lines.toSorted((a, b) => a.place - b.place);
    return { read: this.read, counts: this.counts, newFields, lines, isEstimate };
  }
}
