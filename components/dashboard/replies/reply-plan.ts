// What the user decided about the texts of a file, and what is kept because of it.
import type { ReplyToKeep } from '../../../lib/transfer/replies/keep';
import type { PlannedReply, RefusedReply } from '../../../lib/transfer/replies/plan';

export type Plan = { from: string; notes: string[]; rows: PlannedReply[]; refused: RefusedReply[] };
/** `skip`: what is here stays. `both`: the text is kept beside it. `replace`: in its place. */
export type Choice = 'skip' | 'both' | 'replace';
/** By the place of a text in its file. */
export type Choices = ReadonlyMap<number, Choice>;
export type Differing = Extract<PlannedReply, { fate: 'differs' }>;

/** What is new comes in; where there is a decision, what is here stays. */
export const choicesFor = ({ rows }: Plan): Choices =>
  new Map(rows.map(({ place, fate }) => [place, fate === 'new' ? 'both' : 'skip']));

/** The rows to keep, in the order of the file. One that takes another's place has its own shortcut, or the other's. */
export function rowsToKeep({ rows }: Plan, choices: Choices): ReplyToKeep[] {
  return rows.flatMap((row): ReplyToKeep[] => {
    const choice = choices.get(row.place) ?? 'skip';
    if (choice === 'skip' || row.fate === 'same') return [];
    if (choice === 'both' || row.fate === 'new') return [{ draft: row.draft }];
    return [{ draft: { ...row.draft, ...shortcutInPlace(row) }, into: row.twin.id }];
  });
}

function shortcutInPlace({ twin, original, draft }: Differing): { shortcut?: string } {
  if (twin.by === 'shortcut' && original) return { shortcut: original };
  const shortcut = draft.shortcut ?? twin.shortcut;
  return shortcut === undefined ? {} : { shortcut };
}
