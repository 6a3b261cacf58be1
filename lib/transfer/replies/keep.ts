// Keeping the replies of a file: one command, and one undo for all of them.
import { runCommand } from '../../db/command';
import type { Database } from '../../db/database';
import type { Reply } from '../../model/reply';
import { type ReplyDraft, replyDraftSchema } from '../../model/reply-draft';
import { problemOf } from '../../replies/template';

/** A draft to keep: as a reply of its own, or in the place of the one with the id `into`. */
export type ReplyToKeep = { draft: ReplyDraft; into?: string };
export type KeptReplies = { commandId: string; added: number; replaced: number };

/** One command keeps at most so many replies with at most so many characters: undo has to hold them all at once. */
const mostReplies = 500;
const mostCharacters = 2_000_000;

/**
 * Keeps all rows or none. Throws a sentence when one can't be read, when two would have one shortcut, or when a reply
 * that is to be replaced is gone: then it is not what the dry run showed. A repeated `id` gives the first answer.
 */
export async function keepReplies(
  db: Database,
  { id, at }: { id: string; at: number },
  rows: readonly ReplyToKeep[],
): Promise<KeptReplies> {
  const checked = checkRows(rows);
  const { result } = await runCommand(db, { id, name: 'replies.import', at }, async changes => {
    const here = new Map((await db.replies.toArray()).map(reply => [reply.id, reply]));
    let order = Math.max(-1, ...[...here.values()].map(reply => reply.order));
    const written: Reply[] = [];
    for (const { draft, into } of checked) {
      const old = into === undefined ? undefined : here.get(into);
      if (into !== undefined && !old)
        throw new Error(`What “${draft.name}” should replace is no longer here.`);
      const { uses = 0, lastUsedAt } = old ?? {};
      const reply = { ...draft, id: old?.id ?? crypto.randomUUID(), order: old?.order ?? ++order, uses };
      written.push(lastUsedAt === undefined ? reply : { ...reply, lastUsedAt });
    }
    for (const reply of written) here.set(reply.id, reply);
    checkShortcuts(written, [...here.values()]);
    for (const reply of written) await changes.put('replies', reply);
    const replaced = checked.filter(({ into }) => into !== undefined).length;
    return { added: checked.length - replaced, replaced };
  });
  return { commandId: id, ...result };
}

function checkRows(rows: readonly ReplyToKeep[]): ReplyToKeep[] {
  if (rows.length > mostReplies) throw new Error(`At most ${mostReplies} replies can be imported at once.`);
  const checked = rows.map(({ draft, into }) => ({ draft: replyDraftSchema.parse(draft), into }));
  const bodies = checked.flatMap(({ draft }) =>
    draft.variants.map(({ body }) => ({ name: draft.name, body })),
  );
  if (bodies.reduce((sum, { body }) => sum + body.length, 0) > mostCharacters)
    throw new Error('These replies are too long to be imported at once. Leave some out.');
  const bad = bodies.find(({ body }) => problemOf(body) !== undefined);
  if (bad) throw new Error(`“${bad.name}”: ${problemOf(bad.body)}`);
  const targets = checked.flatMap(({ into }) => into ?? []);
  if (new Set(targets).size < targets.length) throw new Error('Two texts would replace the same reply.');
  return checked;
}

/** None of what is written may have a shortcut that another one has; what was wrong before stays as it is. */
function checkShortcuts(written: readonly Reply[], all: readonly Reply[]): void {
  const owners = Map.groupBy(
    all.filter(({ shortcut }) => shortcut !== undefined),
    ({ shortcut }) => shortcut,
  );
  for (const { id, shortcut, name } of written) {
    const other = owners.get(shortcut)?.find(owner => owner.id !== id);
    if (other) throw new Error(`;${shortcut} would be both “${other.name}” and “${name}”.`);
  }
}
