// Procedures about prepared replies: keep them, and put one into the box the user writes in.
import { z } from 'zod';
import { guessLanguage } from '../capture/language';
import { findContact, listIdentities } from '../db/contacts';
import { readSettings } from '../db/settings';
import { listOpen } from '../db/timeline';
import { identityKey } from '../identity/keys';
import { seenIdentitySchema } from '../model/identity';
import { replySchema } from '../model/reply';
import type { Sighting } from '../model/sighting';
import { idSchema } from '../model/source';
import { checkReply, type Finding, mayInsert } from '../replies/check';
import { parseReply, renderReply } from '../replies/template';
import { replyVariables } from '../replies/variables';
import { mustBeInSight } from './in-sight';
import { journaled } from './journaled';
import { candidates } from './matching';
import { apps, CallError, type Context, procedure, safeApps, tabOfCall } from './procedure';

const list = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, { db }) => (await db.replies.toArray()).sort((a, b) => a.order - b.order),
});

const save = procedure({
  roles: apps,
  input: z.strictObject({ reply: replySchema }),
  run: ({ reply }, context) =>
    journaled(context, 'replies.save', async changes => {
      for (const variant of reply.variants) parseReply(variant.body);
      const twin =
        reply.shortcut &&
        (await context.db.replies.toArray()).find(other => other.shortcut === reply.shortcut);
      if (twin && twin.id !== reply.id)
        throw new CallError('conflict', `;${reply.shortcut} is already “${twin.name}”.`);
      await changes.put('replies', reply);
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

/** What the page tells about its reply box. */
const composerSchema = z.strictObject({ recipients: z.array(seenIdentitySchema).max(64) });
/** What the page tells after an insertion. */
const insertedSchema = z.strictObject({ ok: z.boolean(), reason: z.string().max(300).optional() });

export type InsertAnswer =
  | { ok: true; commandId: string }
  | { ok: false; reason: 'findings'; findings: Finding[]; missing: string[]; text: string }
  | { ok: false; reason: 'no-box' | 'not-verified'; findings: Finding[]; missing: string[]; text: string };

/**
 * Renders the reply once more from stored data, checks it against the box's recipients, and inserts it. Nothing is
 * ever sent. `override` (wrong recipient) counts only outside of pages.
 */
const insert = procedure({
  roles: apps,
  input: z.strictObject({
    replyId: idSchema,
    variant: z.number().int().min(0).max(29),
    contactId: idSchema,
    filled: z.record(z.string().max(100), z.string().max(2000)),
    confirmed: z.boolean(),
    override: z.boolean().optional(),
    tabId: z.number().int().optional(),
  }),
  run: async (input, context): Promise<InsertAnswer> => {
    await mustBeInSight(context);
    const tabId = tabOfCall(context.caller, input.tabId);
    const stored = tabId === undefined ? undefined : await context.session.sighting(tabId);
    const composer =
      tabId === undefined || !stored
        ? undefined
        : composerSchema.safeParse(
            await context.platform.sendToPage({ tabId, ...stored }, { regulars: 'page', order: 'composer' }),
          ).data;
    const recipients = (composer?.recipients ?? []).flatMap(seen => identityKey(seen) ?? []);
    const { text, missing, findings } = await prepare(context, input, stored?.sighting, recipients);
    const override = input.override === true && context.caller.role !== 'frame';
    if (!mayInsert(findings, { confirmed: input.confirmed, override })) {
      return { ok: false, reason: 'findings', findings, missing, text };
    }
    if (!composer || !stored || tabId === undefined)
      return { ok: false, reason: 'no-box', findings, missing, text };
    // A repeated call carries the same id, and the page inserts once for each.
    const order = {
      regulars: 'page',
      order: 'insert',
      id: context.caller.callId,
      text,
      recipients: composer.recipients,
    };
    const answer = insertedSchema.safeParse(
      await context.platform.sendToPage({ tabId, ...stored }, order),
    ).data;
    if (!answer?.ok) return { ok: false, reason: 'not-verified', findings, missing, text };
    return { ok: true, commandId: await countUse(context, input.replyId) };
  },
});

type InsertInput = { replyId: string; variant: number; contactId: string; filled: Record<string, string> };

async function prepare(
  context: Context,
  { replyId, variant: index, contactId, filled }: InsertInput,
  sighting: Sighting | undefined,
  recipients: string[],
) {
  const { db } = context;
  const reply = await db.replies.get(replyId);
  const contact = await findContact(db, contactId);
  const variant = reply?.variants[index];
  if (!variant || !contact) throw new CallError('not-found', 'This reply or person is no longer there.');
  const [identities, fields, open, { me }] = await Promise.all([
    listIdentities(db, contactId),
    db.fields.toArray(),
    listOpen(db, contactId),
    readSettings(db),
  ]);
  const variables = replyVariables({
    contact,
    identities,
    fields,
    conversation: { title: sighting?.conversation?.title, site: sighting?.site },
    me,
    openIssue: open.find(event => event.kind === 'issue'),
    lastPromise: open.find(event => event.kind === 'promise'),
    now: new Date(context.now),
    language: variant.language,
  });
  const { text, missing } = renderReply(variant.body, variables, filled);
  const keys = identities.map(identity => identity.key);
  const others = candidates(sighting?.people ?? [], me).filter(
    person => !person.keys.some(key => keys.includes(key)),
  );
  const findings = checkReply({
    text,
    missing,
    contact,
    contactKeys: keys,
    recipients,
    otherNames: others.flatMap(person => person.seen.name ?? []),
    variantLanguage: variant.language,
    tone: variant.tone,
    guessLanguage,
  });
  return { text, missing, findings };
}

async function countUse(context: Context, id: string): Promise<string> {
  const done = await journaled(context, 'replies.used', async changes => {
    const reply = await context.db.replies.get(id);
    if (reply) await changes.put('replies', { ...reply, uses: reply.uses + 1, lastUsedAt: context.now });
    return { id };
  });
  return done.commandId;
}

export const replyProcedures = {
  'replies.list': list,
  'replies.save': save,
  'replies.delete': remove,
  'replies.reorder': reorder,
  'replies.insert': insert,
};
