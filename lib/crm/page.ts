// Procedures for our script in a page.
import { z } from 'zod';
import { runCommand } from '../db/command';
import { findIdentities } from '../db/contacts';
import { readSettings, touchRecent, writeSettings } from '../db/settings';
import { identityKey } from '../identity/keys';
import { isOwn } from '../identity/me';
import { seenIdentitySchema } from '../model/identity';
import type { Settings, SiteChoice } from '../model/settings';
import { type Sighting, sightingSchema } from '../model/sighting';
import { candidates, matchAll } from './matching';
import { CallError, type Context, procedure } from './procedure';
import { keepConversation } from './remembering';

/** Per tab and minute. A person leafs through a few messages a second at most; a page that floods is let wait. */
const limits = { sighting: 300, marks: 600 };

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
    const { presence, width, collapsed } = await choiceOfPage(context);
    await context.session.forgetDocument(tabOf(context));
    return { presence, width, collapsed };
  },
});

/** A one-time ticket for the sidebar's frame; see `views.hello`. */
const ticket = procedure({
  roles: ['page'],
  input: z.strictObject({}),
  run: async (_input, context) => {
    await choiceOfPage(context);
    const id = crypto.randomUUID();
    await context.session.setTicket(id, {
      tabId: tabOf(context),
      origin: context.caller.origin,
    });
    return id;
  },
});

/** Takes what is on screen, stores it for the tab, keeps the conversation where the user agreed. Tells nothing back. */
const sighting = procedure({
  roles: ['page'],
  input: z.strictObject({ sighting: sightingSchema.optional() }),
  run: async (input, context) => {
    await choiceOfPage(context);
    const tabId = tabOf(context);
    const used = await context.session.use(tabId, 'sighting', 1, context.now);
    if (used > limits.sighting) {
      // The last one that was taken must not stay beside another message.
      if (used === limits.sighting + 1) await setOnScreen(context, tabId, undefined);
      throw new CallError('limit', 'This page reports too often.');
    }
    await setOnScreen(context, tabId, input.sighting);
    if (input.sighting) await keep(context, input.sighting);
    return null;
  },
});

async function setOnScreen(context: Context, tabId: number, seen: Sighting | undefined): Promise<void> {
  const { frameId = 0, documentId } = context.caller;
  await context.session.setSighting(tabId, { sighting: seen, frameId, documentId });
  await rememberThread(context, tabId, seen);
  context.changed(['on-screen']);
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
  const [match] = (await matchAll(context.db, candidates(seen.people, settings.me))).filter(
    found => found !== undefined,
  );
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
  const next = { ...settings, me: { ...me, proposed: [...me.proposed, address] } };
  const info = { id: crypto.randomUUID(), name: 'settings.propose', at: context.now };
  await runCommand(context.db, info, changes => writeSettings(changes, next));
  context.changed(['settings']);
}

/** Yes or no for identities of visible rows: the one thing a page's script learns about contacts. */
const marks = procedure({
  roles: ['page'],
  input: z.strictObject({ identities: z.array(seenIdentitySchema).max(64) }),
  run: async ({ identities }, context) => {
    const choice = await choiceOfPage(context);
    if (choice.presence === 'panel') return identities.map(() => false);
    const used = await context.session.use(tabOf(context), 'marks', identities.length, context.now);
    if (used > limits.marks) throw new CallError('limit', 'This page asks too often.');
    const keys = identities.map(seen => identityKey(seen));
    const found = await findIdentities(
      context.db,
      keys.filter(key => key !== undefined),
    );
    const knownKeys = new Set(found.filter(identity => identity !== undefined).map(identity => identity.key));
    return keys.map(key => key !== undefined && knownKeys.has(key));
  },
});

/** Remembers how wide the sidebar is and whether it is folded, for this site. */
const layout = procedure({
  roles: ['page'],
  input: z.strictObject({ width: z.number().int().min(280).max(480), collapsed: z.boolean() }),
  run: async (input, context) => {
    const settings = await readSettings(context.db);
    const sites = settings.sites.map(site =>
      site.origin === context.caller.origin ? { ...site, ...input } : site,
    );
    const info = { id: context.caller.callId, name: 'settings.layout', at: context.now };
    await runCommand(context.db, info, changes => writeSettings(changes, { ...settings, sites }));
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
