// Procedures for our script in a page.
import { z } from 'zod';
import { findIdentities } from '../db/contacts';
import { readSettings, touchRecent, updateSettings } from '../db/settings';
import { identityKeys, isAccountOf } from '../identity/accounts';
import { isOwn } from '../identity/me';
import { seenIdentitySchema } from '../model/identity';
import type { Settings, SiteChoice } from '../model/settings';
import { type Sighting, sightingSchema } from '../model/sighting';
import { learnAccounts } from './learning';
import { candidates, matchAll } from './matching';
import { pageKey } from './on-screen';
import { CallError, type Context, procedure } from './procedure';
import { keepConversation } from './remembering';
import { isAsked, recipeOf } from './sites';

/** Per tab and minute. A person leafs through a few messages a second at most; a page that floods is let wait. */
const limits = { sighting: 300, marks: 600, layout: 60 };
/** Marks of all tabs together, per minute: what an impersonated script could learn by opening more tabs. */
const allMarks = 3000;

/** The user's choice for the origin of a page; undefined where Regulars is not wanted. */
export function choiceFor(settings: Settings, origin: string): SiteChoice | undefined {
  return settings.sites.find(site => site.origin === origin);
}

async function choiceOfPage(context: Context): Promise<SiteChoice> {
  const choice = choiceFor(await readSettings(context.db), context.caller.origin);
  if (!choice) throw new CallError('forbidden', 'Regulars is not switched on for this site.');
  return choice;
}

const tabOf = (context: Context): number => {
  if (context.caller.tabId === undefined)
    throw new CallError('forbidden', 'Only pages in a tab can ask this.');
  return context.caller.tabId;
};

/** What the script needs to begin: how to be present here. Forgets what an earlier document of the tab showed. */
const hello = procedure({
  roles: ['page'],
  input: z.strictObject({}),
  run: async (_input, context) => {
    const choice = await choiceOfPage(context);
    await context.session.forgetDocument(tabOf(context));
    const { site, presence, width, collapsed } = choice;
    const settings = await readSettings(context.db);
    const reading = isAsked(choice, settings) ? ('asked' as const) : ('automatic' as const);
    return { site, recipe: recipeOf(site, settings), reading, presence, width, collapsed };
  },
});

/** A one-time ticket for the sidebar's frame; see `views.hello`. */
const ticket = procedure({
  roles: ['page'],
  input: z.strictObject({}),
  run: async (_input, context) => {
    await choiceOfPage(context);
    const id = crypto.randomUUID();
    await context.session.setTicket(tabOf(context), {
      id,
      origin: context.caller.origin,
      issuedAt: context.now,
    });
    return id;
  },
});

/** Counts a use against its limit; gives by how much it is over. */
async function overLimit(context: Context, what: keyof typeof limits, amount: number): Promise<number> {
  const used = await context.session.use(`${what}:${tabOf(context)}`, amount, context.now);
  return used - limits[what];
}

/**
 * Takes what is on screen, stores it for the tab, keeps the conversation where the user agreed. Tells nothing back.
 * `sequence` grows with every sighting of a document: an older one, repeated after its answer was lost, changes nothing.
 */
const sighting = procedure({
  roles: ['page'],
  input: z.strictObject({ sighting: sightingSchema.optional(), sequence: z.number().int().min(0) }),
  run: async (input, context) => {
    const { site } = await choiceOfPage(context);
    // Read by what was chosen for this page before, or by nothing of ours.
    if (input.sighting && input.sighting.site !== site)
      throw new CallError('forbidden', 'This page was chosen as another site.');
    const earlier = await context.session.sighting(tabOf(context));
    const isSameDocument = earlier !== undefined && earlier.documentId === context.caller.documentId;
    if (isSameDocument && input.sequence <= earlier.sequence) return null;
    const over = await overLimit(context, 'sighting', 1);
    // The last one that was taken must not stay beside another message.
    if (over === 1) await setOnScreen(context, undefined, earlier?.sequence ?? 0);
    if (over > 0) throw new CallError('limit', 'This page reports too often.');
    await setOnScreen(context, input.sighting, input.sequence);
    if (input.sighting) await keep(context, input.sighting);
    return null;
  },
});

async function setOnScreen(context: Context, seen: Sighting | undefined, sequence: number): Promise<void> {
  const tabId = tabOf(context);
  const { frameId = 0, documentId } = context.caller;
  const stored = { sighting: seen, frameId, documentId, sequence };
  await context.session.setSighting(tabId, stored);
  await rememberThread(context, tabId, seen);
  context.changed(['on-screen'], { tabId, page: pageKey(stored) });
}

/** Whoever was in the conversation is known beside the page for answering it; a list ends that. */
async function rememberThread({ session, caller }: Context, tabId: number, seen: Sighting | undefined) {
  if (seen?.kind === 'conversation')
    await session.setThread(tabId, { origin: caller.origin, people: seen.people });
  if (seen?.kind === 'list') await session.setThread(tabId, undefined);
}

async function keep(context: Context, seen: Sighting): Promise<void> {
  const settings = await readSettings(context.db);
  await proposeOwnAddress(context, settings, seen.ownAddress);
  const people = candidates(seen.people, settings.me);
  const matches = await matchAll(context.db, people);
  await learnAccounts(context, people, matches);
  if (settings.history === 'unset' || settings.history === 'never') return;
  const match = matches.find(found => found !== undefined);
  if (match) await touchRecent(context.db, match.contact.id);
  await keepConversation(context, seen, settings);
}

/** An address a page names as signed in is proposed once; the user says yes or no in the settings. */
async function proposeOwnAddress(
  context: Context,
  settings: Settings,
  address: string | undefined,
): Promise<void> {
  const { me } = settings;
  if (!address || isOwn(address, me) || me.proposed.includes(address) || me.proposed.length >= 20) return;
  await updateSettings(context.db, current => ({
    ...current,
    me: { ...current.me, proposed: [...new Set([...current.me.proposed, address])] },
  }));
  context.changed(['settings']);
}

/** Yes or no for identities of visible rows: the one thing a page's script learns about contacts. */
const marks = procedure({
  roles: ['page'],
  input: z.strictObject({ identities: z.array(seenIdentitySchema).max(64) }),
  run: async ({ identities }, context) => {
    const choice = await choiceOfPage(context);
    if (choice.presence === 'panel') return identities.map(() => false);
    const all = await context.session.use('marks:all', identities.length, context.now);
    if ((await overLimit(context, 'marks', identities.length)) > 0 || all > allMarks)
      throw new CallError('limit', 'This page asks too often.');
    const keys = identities.map(seen => identityKeys(seen));
    const found = await findIdentities(context.db, keys.flat());
    const byKey = new Map(found.flatMap(identity => (identity ? [[identity.key, identity] as const] : [])));
    return identities.map((seen, place) =>
      (keys[place] ?? []).some(key => {
        const known = byKey.get(key);
        return known !== undefined && isAccountOf(known, [seen]);
      }),
    );
  },
});

/** Remembers how wide the sidebar is and whether it is folded, for this site. Nothing to take back, so not journaled. */
const layout = procedure({
  roles: ['page'],
  input: z.strictObject({ width: z.number().int().min(280).max(480), collapsed: z.boolean() }),
  run: async (input, context) => {
    const { origin } = await choiceOfPage(context);
    if ((await overLimit(context, 'layout', 1)) > 0)
      throw new CallError('limit', 'This page asks too often.');
    await updateSettings(context.db, settings => ({
      ...settings,
      sites: settings.sites.map(site => (site.origin === origin ? { ...site, ...input } : site)),
    }));
    return null;
  },
});

export const pageProcedures = {
  'page.hello': hello,
  'page.ticket': ticket,
  'page.sighting': sighting,
  'page.marks': marks,
  'page.layout': layout,
};
