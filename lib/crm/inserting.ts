// Procedures that use a reply: say what speaks against it, and put it into the box the user writes in.
import { z } from 'zod';
import { guessLanguage } from '../capture/language';
import { findContact, listIdentities } from '../db/contacts';
import { readSettings } from '../db/settings';
import { listOpen } from '../db/timeline';
import { accountAmong, identityKeys, isAccountOf } from '../identity/accounts';
import { isOwn } from '../identity/me';
import { type Identity, type SeenIdentity, seenIdentitySchema } from '../model/identity';
import type { Me } from '../model/settings';
import type { SeenPerson } from '../model/sighting';
import { idSchema } from '../model/source';
import { checkReply, type Finding, mayInsert } from '../replies/check';
import { renderReply } from '../replies/template';
import { replyVariables } from '../replies/variables';
import { mustBeInSight } from './in-sight';
import { journaled } from './journaled';
import { candidates } from './matching';
import { apps, CallError, type Context, procedure, tabOfCall } from './procedure';
import type { StoredSighting } from './session';
import { siteOf } from './sites';

/** What the page tells about its reply box. */
const composerSchema = z.strictObject({
  recipients: z.array(seenIdentitySchema).max(64),
  isPublic: z.boolean().optional(),
});
/** What the page tells after an insertion. */
const insertedSchema = z.strictObject({ ok: z.boolean(), reason: z.string().max(300).optional() });

const choiceSchema = z.strictObject({
  replyId: idSchema,
  variant: z.number().int().min(0).max(29),
  contactId: idSchema,
  filled: z.record(z.string().max(100), z.string().max(2000)),
  tabId: z.number().int().optional(),
});

/** What speaks against a reply; `box` is equal while the box, its page and its recipients are. */
export type CheckAnswer = { findings: Finding[]; box?: string };

export type InsertAnswer =
  | { ok: true; commandId: string; findings: Finding[]; box: string }
  | { ok: false; reason: 'findings'; findings: Finding[]; missing: string[]; text: string }
  | { ok: false; reason: 'no-box' | 'not-verified'; findings: Finding[]; missing: string[]; text: string };

/** The place a call is about: its tab, what was seen there, and the open box. */
type Place = {
  tabId?: number;
  stored?: StoredSighting;
  /** The people of the conversation that is answered. */
  people: SeenPerson[];
  recipients?: SeenIdentity[];
  isPublic?: boolean;
};

/** Says what would speak against inserting now; changes nothing. */
export const check = procedure({
  roles: apps,
  input: choiceSchema,
  run: async (input, context): Promise<CheckAnswer> => {
    const place = await placeOf(context, input.tabId);
    const { findings } = await prepare(context, input, place);
    return { findings, box: boxOf(place) };
  },
});

/**
 * Renders the reply once more from stored data, checks it against the box's recipients, and inserts it. Nothing is
 * ever sent. `override` (wrong recipient) counts only outside of pages.
 */
export const insert = procedure({
  roles: apps,
  input: choiceSchema.extend({ confirmed: z.boolean(), override: z.boolean().optional() }),
  run: async (input, context): Promise<InsertAnswer> => {
    await mustBeInSight(context);
    const place = await placeOf(context, input.tabId);
    const { text, missing, findings } = await prepare(context, input, place);
    const refuse = <Reason extends string>(reason: Reason) =>
      ({ ok: false, reason, findings, missing, text }) as const;
    const override = input.override === true && context.caller.role !== 'frame';
    if (!mayInsert(findings, { confirmed: input.confirmed, override })) return refuse('findings');
    const { tabId, stored, recipients } = place;
    const box = boxOf(place);
    if (!recipients || !stored || tabId === undefined || !box) return refuse('no-box');
    // A repeated call carries the same id, and the page inserts once for each.
    const order = { regulars: 'page', order: 'insert', id: context.caller.callId, text, recipients };
    const answer = insertedSchema.safeParse(
      await context.platform.sendToPage({ tabId, ...stored }, order),
    ).data;
    if (!answer?.ok) return refuse('not-verified');
    return { ok: true, commandId: await countUse(context, input.replyId), findings, box };
  },
});

async function placeOf(context: Context, named: number | undefined): Promise<Place> {
  const { caller, session, platform } = context;
  const tabId = tabOfCall(caller, named);
  const stored = tabId === undefined ? undefined : await session.sighting(tabId);
  if (tabId === undefined || !stored) return { people: [] };
  const order = { regulars: 'page', order: 'composer' };
  const composer = composerSchema.safeParse(await platform.sendToPage({ tabId, ...stored }, order)).data;
  const people = stored.sighting?.people ?? [];
  if (stored.sighting?.kind !== 'compose') return { tabId, stored, people, ...composer };
  // A page for writing shows its recipients only: who else was in the conversation, the page before it has shown.
  const thread = await session.thread(tabId);
  const before = thread && URL.parse(stored.sighting.url)?.origin === thread.origin ? thread.people : [];
  return { tabId, stored, people: [...people, ...before], ...composer };
}

const boxOf = ({ tabId, stored, recipients, isPublic }: Place): string | undefined =>
  recipients && JSON.stringify([tabId, stored?.documentId, stored?.sighting?.url, recipients, isPublic]);

type Choice = Omit<z.infer<typeof choiceSchema>, 'tabId'>;

async function prepare(context: Context, choice: Choice, { stored, people, recipients, isPublic }: Place) {
  const { db } = context;
  const { replyId, contactId } = choice;
  const reply = await db.replies.get(replyId);
  const contact = await findContact(db, contactId);
  const variant = reply?.variants[choice.variant];
  if (!variant || !contact) throw new CallError('not-found', 'This reply or person is no longer there.');
  const [identities, fields, open, settings] = await Promise.all([
    listIdentities(db, contactId),
    db.fields.toArray(),
    listOpen(db, contactId),
    readSettings(db),
  ]);
  const { me } = settings;
  const site = stored?.sighting && siteOf(stored.sighting.site, settings);
  const variables = replyVariables({
    contact,
    identities,
    fields,
    conversation: {
      title: stored?.sighting?.conversation?.title,
      site: site?.name,
    },
    me,
    openIssue: open.find(event => event.kind === 'issue'),
    lastPromise: open.find(event => event.kind === 'promise'),
    now: new Date(context.now),
    language: variant.language,
  });
  const { text, missing } = renderReply(variant.body, variables, choice.filled);
  const isTheirs = (seen: SeenIdentity) => isIdentityOf(seen, identities, me);
  const everybody = candidates(people, me);
  const onPage = people.flatMap(person => person.identities);
  const others = everybody.filter(({ seen }) => !seen.identities.some(isTheirs));
  const findings = checkReply({
    text,
    missing,
    contact,
    recipients: recipients?.map(seen => ({
      isContact: isTheirs(accountAmong(seen, onPage)),
      shown: seen.value,
      isOwn: seen.kind === 'email' && isOwn(seen.value, me) !== undefined,
    })),
    place: isPublic ? { isPublic, isContactThere: others.length < everybody.length } : undefined,
    identities,
    otherNames: others.flatMap(person => person.seen.name ?? []),
    variantLanguage: variant.language,
    tone: variant.tone,
    guessLanguage,
  });
  return { text, missing, findings };
}

/** Whether somebody seen is one of a contact's identities; a handle that is another's now is not. */
function isIdentityOf(seen: SeenIdentity, identities: readonly Identity[], me: Me): boolean {
  const keys = identityKeys(seen, me.country);
  return identities.some(identity => keys.includes(identity.key) && isAccountOf(identity, [seen]));
}

async function countUse(context: Context, id: string): Promise<string> {
  const done = await journaled(context, 'replies.used', async changes => {
    const reply = await context.db.replies.get(id);
    if (reply) await changes.put('replies', { ...reply, uses: reply.uses + 1, lastUsedAt: context.now });
    return { id };
  });
  return done.commandId;
}
