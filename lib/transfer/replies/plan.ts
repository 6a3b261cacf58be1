// The dry run: what each text of a file would be beside the replies that are here. Nothing is written.
import type { Reply } from '../../model/reply';
import type { ReadReply, ReplyDraft } from '../../model/reply-draft';

/** A reply that is here and has the same name or shortcut. */
export type Twin = { id: string; name: string; shortcut?: string; by: 'shortcut' | 'name' };

/** What a row of a file would be. */
export type PlannedReply = { place: number; draft: ReplyDraft; remarks: string[] } & (
  | { fate: 'new' }
  | { fate: 'same'; twin: Twin }
  /** `draft` can be kept beside its twin: its shortcut is one that is free. `original` is the one of the file. */
  | { fate: 'differs'; twin: Twin; original?: string }
);
export type RefusedReply = Extract<ReadReply, { refused: string }>;
export type Plan = { rows: PlannedReply[]; refused: RefusedReply[] };

const small = (text: string) => text.trim().toLowerCase();
const twinOf = ({ id, name, shortcut }: Reply, by: Twin['by']): Twin => ({ id, name, shortcut, by });

/** Whether a draft says the same as a reply, to the letter. */
const saysTheSame = (draft: ReplyDraft, { name, shortcut, tags, variants }: ReplyDraft): boolean =>
  contentOf(draft) === contentOf({ name, shortcut, tags, variants });

function contentOf({ name, shortcut, tags, variants }: ReplyDraft): string {
  const bodies = variants.map(({ language, channel, tone, body }) => [language, channel, tone, body]);
  return JSON.stringify([name, shortcut, tags, bodies]);
}

/** Compares what was read with what is here, in the order of the file; each reply here is the twin of one row at most. */
export function planReplies(read: readonly ReadReply[], here: readonly Reply[]): Plan {
  const taken = new Set(here.flatMap(({ shortcut }) => (shortcut ? small(shortcut) : [])));
  const matched = new Set<string>();
  const rows: PlannedReply[] = [];
  const refused: RefusedReply[] = [];
  for (const row of read) {
    if ('refused' in row) refused.push(row);
    else rows.push(planOne(row, here, taken, matched));
  }
  return { rows, refused };
}

function planOne(
  { place, draft, remarks }: Extract<ReadReply, { draft: ReplyDraft }>,
  here: readonly Reply[],
  taken: Set<string>,
  matched: Set<string>,
): PlannedReply {
  const free = here.filter(({ id }) => !matched.has(id));
  const byShortcut = free.find(({ shortcut }) => shortcut && small(shortcut) === small(draft.shortcut ?? ''));
  const byName = free.find(({ name }) => small(name) === small(draft.name));
  const equal = free.find(reply => saysTheSame(draft, reply));
  const found = equal ?? byShortcut ?? byName;
  if (found) matched.add(found.id);
  if (equal) return { place, draft, remarks, fate: 'same', twin: twinOf(equal, 'name') };
  const shortcut = freeShortcut(draft.shortcut, taken);
  const kept = shortcut === draft.shortcut ? draft : { ...draft, shortcut };
  const said =
    shortcut === draft.shortcut || found
      ? remarks
      : [...remarks, `;${draft.shortcut} is taken: it is ;${shortcut} here.`];
  if (!found) return { place, draft: kept, remarks: said, fate: 'new' };
  const twin = twinOf(found, found === byShortcut ? 'shortcut' : 'name');
  return {
    place,
    draft: kept,
    remarks,
    fate: 'differs',
    twin,
    ...(draft.shortcut && { original: draft.shortcut }),
  };
}

/** The shortcut itself where it is free, else with a number; from now on it is taken. */
function freeShortcut(wish: string | undefined, taken: Set<string>): string | undefined {
  if (!wish) return undefined;
  let shortcut = wish;
  for (let number = 2; taken.has(small(shortcut)); number++)
    shortcut = `${[...wish].slice(0, 25).join('')}-${number}`;
  taken.add(small(shortcut));
  return shortcut;
}
