// Procedures for our apps as views: begin, see what is on screen, reach the page and one another.
import { z } from 'zod';
import { readOnScreen } from './on-screen';
import { apps, CallError, type Context, procedure } from './procedure';

/**
 * The first word of a sidebar. In a page it must bring the ticket that our script in the same tab was given; a page
 * that frames the sidebar itself has none and sees nothing.
 */
const hello = procedure({
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
async function tabOfView(context: Context, windowId: number | undefined): Promise<number | undefined> {
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
    order: z.enum(['hide', 'pick', 'report']),
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
  'views.openDashboard': openDashboard,
  'views.changed': changed,
  'people.onScreen': onScreen,
};
