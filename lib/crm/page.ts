// Procedures for our script in a page, and for the sidebar to find its page.
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
import { readOnScreen } from './on-screen';
import { apps, CallError, type Context, procedure } from './procedure';
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
    await context.session.forgetTab(tabOf(context));
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
      issuedAt: context.now,
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
  const sequence = ((await context.session.sighting(tabId))?.sequence ?? 0) + 1;
  await context.session.setSighting(tabId, { sighting: seen, frameId, documentId, sequence });
  context.changed(['on-screen']);
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

/**
 * The first word of a sidebar. In a page it must bring the ticket that our script in the same tab was given; a page
 * that frames the sidebar itself has none and sees nothing.
 */
const viewHello = procedure({
  roles: apps,
  input: z.strictObject({ ticket: z.string().max(64).optional() }),
  run: async (input, context) => {
    const { role, tabId, frameId, documentId } = context.caller;
    if (role !== 'frame') return { tabId: null };
    const issued = input.ticket ? await context.session.ticket(input.ticket) : undefined;
    if (!issued || tabId === undefined || frameId === undefined || issued.tabId !== tabId) {
      throw new CallError('forbidden', 'This sidebar was not opened by Regulars.');
    }
    if (issued.usedBy !== undefined && issued.usedBy !== frameId) {
      throw new CallError('forbidden', 'This sidebar was opened elsewhere already.');
    }
    await context.session.setTicket(input.ticket ?? '', { ...issued, usedBy: frameId });
    await context.session.setView({ tabId, frameId, documentId });
    return { tabId };
  },
});

/** The tab a view looks at: its own, or the one in front of its window. */
export async function tabOfView(context: Context, windowId: number | undefined): Promise<number | undefined> {
  if (context.caller.role === 'frame') return context.caller.tabId;
  return windowId === undefined ? undefined : context.platform.activeTab(windowId);
}

const onScreen = procedure({
  roles: apps,
  input: z.strictObject({ select: z.string().max(500).optional(), windowId: z.number().int().optional() }),
  run: async ({ select, windowId }, context) => {
    const tabId = await tabOfView(context, windowId);
    const stored = tabId === undefined ? undefined : await context.session.sighting(tabId);
    const view = await readOnScreen(context.db, stored, select);
    return { ...view, tabId: tabId ?? null };
  },
});

/** Passes an order of the sidebar to our script in its page: hide, pick an address by hand, make a report. */
const order = procedure({
  roles: apps,
  input: z.strictObject({
    order: z.enum(['hide', 'pick', 'report', 'refresh']),
    windowId: z.number().int().optional(),
  }),
  run: async (input, context) => {
    const tabId = await tabOfView(context, input.windowId);
    if (tabId === undefined) throw new CallError('not-found', 'There is no page beside this sidebar.');
    const frameId = (await context.session.sighting(tabId))?.frameId ?? 0;
    const answer = await context.platform.sendToFrame(tabId, frameId, {
      regulars: 'page',
      order: input.order,
    });
    const parsed = z.string().max(20_000).safeParse(answer);
    return parsed.success ? parsed.data : null;
  },
});

export const pageProcedures = {
  'page.hello': hello,
  'page.ticket': ticket,
  'page.sighting': sighting,
  'page.marks': marks,
  'page.layout': layout,
  'views.hello': viewHello,
  'people.onScreen': onScreen,
  'views.order': order,
};
