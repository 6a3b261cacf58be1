// Procedures about prepared replies: keep them, order them; `inserting.ts` has those that use one.
import { z } from 'zod';
import { replySchema } from '../model/reply';
import { idSchema } from '../model/source';
import { problemOf } from '../replies/template';
import { check, insert } from './inserting';
import { journaled } from './journaled';
import { apps, CallError, procedure, safeApps } from './procedure';

const list = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, { db }) => (await db.replies.toArray()).sort((a, b) => a.order - b.order),
});

/** Keeps a reply whose texts can be read. Its place and its use are counted here, not by who writes it. */
const save = procedure({
  roles: apps,
  input: z.strictObject({ reply: replySchema }),
  run: ({ reply }, context) =>
    journaled(context, 'replies.save', async changes => {
      for (const { body } of reply.variants) {
        const problem = problemOf(body);
        if (problem) throw new CallError('invalid', problem);
      }
      const twin =
        reply.shortcut &&
        (await context.db.replies.toArray()).find(other => other.shortcut === reply.shortcut);
      if (twin && twin.id !== reply.id)
        throw new CallError('conflict', `;${reply.shortcut} is already “${twin.name}”.`);
      const old = await context.db.replies.get(reply.id);
      const kept = old && { order: old.order, uses: old.uses, lastUsedAt: old.lastUsedAt };
      await changes.put('replies', { ...reply, ...kept });
      return { id: reply.id };
    }),
});

const remove = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    journaled(context, 'replies.delete', async changes => {
      await changes.remove('replies', id);
      return { id };
    }),
});

const reorder = procedure({
  roles: safeApps,
  input: z.strictObject({ ids: z.array(idSchema).max(2000) }),
  run: ({ ids }, context) =>
    journaled(context, 'replies.reorder', async changes => {
      for (const [order, id] of ids.entries()) {
        const reply = await context.db.replies.get(id);
        if (reply) await changes.put('replies', { ...reply, order });
      }
      return { count: ids.length };
    }),
});

export const replyProcedures = {
  'replies.list': list,
  'replies.save': save,
  'replies.delete': remove,
  'replies.reorder': reorder,
  'replies.check': check,
  'replies.insert': insert,
};
