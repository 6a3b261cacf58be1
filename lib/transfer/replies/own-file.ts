// The file in which replies are passed on: what is exported here, and read again anywhere.
import { z } from 'zod';
import type { Reply } from '../../model/reply';
import { type ReadReply, type ReplyDraft, replyDraftSchema } from '../../model/reply-draft';
import { problemOf } from '../../replies/template';

const version = 1;

/**
 * The text of a file with `replies`, one object:
 * `format` is "regulars-replies", `version` 1, `exportedAt` milliseconds since 1970; `replies` is a list in the order of
 * the screen, each with `name` (1 to 120 characters), `shortcut` (letters, digits, - and _, at most 30; absent where
 * there is none), `tags` (at most 20 of 40 characters) and `variants` (1 to 30). A variant has a `body` (a template of at
 * most 20,000 characters) and, where it is made for something, `language` (a tag such as "pt-BR"), `channel` (such as
 * "email") and `tone` ("brief", "friendly" or "formal"). Who used a reply how often is not in the file.
 */
export function writeReplies(replies: readonly Reply[], exportedAt: number): string {
  const drafts = replies.map(reply => ({
    name: reply.name,
    shortcut: reply.shortcut,
    tags: reply.tags,
    variants: reply.variants,
  }));
  return `${JSON.stringify({ format: 'regulars-replies', version, exportedAt, replies: drafts }, null, 2)}\n`;
}

const fileSchema = z.object({
  format: z.enum(['regulars-replies', 'regulars']),
  version: z.number(),
  replies: z.array(z.unknown()),
});

/** What a whole export says of a reply besides is left to the import of whole exports. */
const rowSchema = replyDraftSchema.strip();

/** Reads such a file, or the replies of a whole export; undefined when `json` is neither. Throws for a newer one. */
export function readOwn(json: unknown): ReadReply[] | undefined {
  const file = fileSchema.safeParse(json).data;
  if (!file) return undefined;
  if (file.version !== version) throw new Error('This file is of a newer Regulars.');
  return file.replies.map((row, index) => {
    const place = index + 1;
    const parsed = rowSchema.safeParse(row);
    if (parsed.success) return checked(place, parsed.data);
    const [issue] = parsed.error.issues;
    const name = z.object({ name: z.string() }).safeParse(row).data?.name.slice(0, 120) ?? '';
    return { place, name, refused: `${issue?.path.join('.')}: ${issue?.message}` };
  });
}

/** Kept to the letter, so that what was exported here is the same when it comes back. */
function checked(place: number, draft: ReplyDraft): ReadReply {
  const problems = draft.variants.map(({ body }) => problemOf(body));
  const at = problems.findIndex(problem => problem !== undefined);
  if (at === -1) return { place, draft, remarks: [] };
  const which = draft.variants.length > 1 ? `Variant ${at + 1}: ` : '';
  return { place, name: draft.name, refused: `${which}${problems[at]}` };
}
