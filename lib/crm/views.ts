// Procedures for our apps as views: begin, see what is on screen, reach the page and one another.
import { z } from 'zod';
import { canRead, readOnce } from './asked';
import { captureOfTab } from './captured';
import { pageOf } from './in-sight';
import { readOnScreen } from './on-screen';
import { apps, CallError, type Context, procedure, safeApps } from './procedure';

const notOurs = 'This sidebar was not opened by Regulars.';
/** Milliseconds in which a ticket must be used. */
const ticketLife = 30_000;

/**
 * The first word of a sidebar. In a page it must bring the ticket that our script in the same tab was given; a page
 * that frames the sidebar itself has none and sees nothing.
 */
const hello = procedure({
  roles: apps,
  input: z.strictObject({ ticket: z.string().max(64).optional() }),
  run: async (input, context) => {
    const { role, tabId, frameId, documentId } = context.caller;
    if (role !== 'frame') {
      // In a frame the sidebar always brings a ticket; without a tab it was framed by something that is no page.
      if (input.ticket !== undefined) throw new CallError('forbidden', notOurs);
      return { tabId: null };
    }
    const issued = tabId === undefined ? undefined : await context.session.ticket(tabId);
    if (!issued || issued.id !== input.ticket || tabId === undefined || frameId === undefined)
      throw new CallError('forbidden', notOurs);
    const isLate = issued.usedBy === undefined && context.now - issued.issuedAt > ticketLife;
    if (isLate || (issued.usedBy !== undefined && issued.usedBy !== frameId))
      throw new CallError('forbidden', notOurs);
    await context.session.setTicket(tabId, { ...issued, usedBy: frameId });
    await context.session.setView({ tabId, frameId, documentId, origin: issued.origin });
    return { tabId };
  },
});

/** The tab a view looks at: its own, or the one in front of its window. */
async function tabOfView(context: Context, windowId: number | undefined): Promise<number | undefined> {
  if (context.caller.role === 'frame') return context.caller.tabId;
  return windowId === undefined ? undefined : context.platform.activeTab(windowId);
}

/** What the page of a tab shows, asked for beside it: nothing where that page is gone and none of ours came after. */
async function sightingFor(context: Context, tabId: number) {
  const stored = await context.session.sighting(tabId);
  if (!stored || context.caller.role === 'frame') return stored;
  const here = await context.platform.sendToPage({ tabId, ...stored }, { regulars: 'page', order: 'here' });
  return here === true ? stored : undefined;
}

const onScreen = procedure({
  roles: apps,
  input: z.strictObject({
    select: z.strictObject({ person: z.string().max(500), page: z.string().max(3000) }).optional(),
    windowId: z.number().int().optional(),
  }),
  run: async ({ select, windowId }, context) => {
    const tabId = await tabOfView(context, windowId);
    const stored = tabId === undefined ? undefined : await sightingFor(context, tabId);
    const view = await readOnScreen(context.db, stored, select);
    const isOpen = context.caller.role !== 'frame' && tabId !== undefined && !stored?.sighting;
    const captured = tabId === undefined ? undefined : await captureOfTab(context, tabId);
    return {
      ...view,
      canRead: isOpen && (await canRead(context, tabId)),
      tabId: tabId ?? null,
      /** What the user had captured of the page beside. */
      captureId: captured?.id ?? null,
    };
  },
});

/** Passes an order of the sidebar to our script in its page: see `PageOrder`. */
const order = procedure({
  roles: apps,
  input: z.strictObject({
    order: z.enum(['hide', 'pick', 'report', 'focus']),
    windowId: z.number().int().optional(),
  }),
  run: async (input, context) => {
    const tabId = await tabOfView(context, input.windowId);
    if (tabId === undefined) throw new CallError('not-found', 'There is no page beside this sidebar.');
    const order = { regulars: 'page', order: input.order };
    const answer = await context.platform.sendToPage(await pageOf(context, tabId), order);
    const parsed = z.string().max(20_000).safeParse(answer);
    return parsed.success ? parsed.data : null;
  },
});

/** Reads the page beside the native panel once, where it is one that is never read by itself. */
const read = procedure({
  roles: safeApps,
  input: z.strictObject({ windowId: z.number().int() }),
  run: async ({ windowId }, context) => {
    const tabId = await context.platform.activeTab(windowId);
    if (tabId === undefined) throw new CallError('not-found', 'There is no page beside this panel.');
    await readOnce(context, tabId);
    return null;
  },
});

const openDashboard = procedure({
  roles: apps,
  input: z.strictObject({
    route: z
      .string()
      .max(200)
      .regex(/^[\w/:.-]*$/),
  }),
  run: async ({ route }, { platform }) => {
    await platform.openDashboard(route);
    return null;
  },
});

/** The full page's worker has no browser interfaces: its page passes on that everything may have changed. */
const changed = procedure({
  roles: ['dashboard'],
  input: z.strictObject({}),
  run: async (_input, context) => {
    context.changed(['*']);
    await context.platform.reconcileSites();
    await context.platform.reschedule();
    return null;
  },
});

export const viewProcedures = {
  'views.hello': hello,
  'views.order': order,
  'views.read': read,
  'views.openDashboard': openDashboard,
  'views.changed': changed,
  'people.onScreen': onScreen,
};
