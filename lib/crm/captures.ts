// Procedures about captures: reading a page on demand, what was found in it, and saving it.
import { z } from 'zod';
import type { CaptureAim } from '../model/capture-order';
import { savingSchema } from '../model/capture-saving';
import type { CaptureSummary, CaptureView } from '../model/capture-view';
import { mustBeAllowed } from './allowed';
import { matchCaptured } from './capture-matches';
import { captureOf } from './capture-of';
import { pointingProcedures } from './capture-pointing';
import { writeCaptured } from './capture-saving';
import { capture } from './captured';
import { journaled } from './journaled';
import { showKnown } from './linking';
import { apps, CallError, procedure } from './procedure';

const idOnly = z.strictObject({ id: z.string().max(64) });
const wholePage: CaptureAim = { kind: 'page' };

/** Reads the page beside the view. Where that can't be done the capture says why. */
const read = procedure({
  roles: apps,
  input: z.strictObject({ windowId: z.number().int().optional(), isPatient: z.boolean().optional() }),
  run: async ({ windowId, isPatient }, context) => {
    const { role, tabId: own, callId } = context.caller;
    const tabId =
      role === 'frame' || windowId === undefined ? own : await context.platform.activeTab(windowId);
    if (tabId === undefined) throw new CallError('not-found', 'There is no page beside this panel.');
    await capture(context, callId, tabId, wholePage, isPatient);
    return { id: callId };
  },
});

/** A capture with who its people are. `page` is absent while it is read, and where it could not be. */
const get = procedure({
  roles: apps,
  input: idOnly,
  run: async ({ id }, context): Promise<CaptureView> => {
    const { at, isLeft, form, page, failure } = await captureOf(context, id);
    return {
      id,
      at,
      isLeft,
      ...(form !== undefined && { form }),
      ...(failure && { failure }),
      ...(page && { page, matches: await matchCaptured(context.db, page.people) }),
    };
  },
});

/** What was captured and not finished, the latest first. */
const list = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, { session, caller }): Promise<CaptureSummary[]> =>
    (await session.captures())
      .filter(one => caller.role !== 'frame' || one.tabId === caller.tabId)
      .flatMap(({ id, at, page, isLeft }) =>
        page && isLeft ? [{ id, at, title: page.title ?? page.url, people: page.people.length }] : [],
      ),
});

/** Keeps what was typed and ticked. */
const keep = procedure({
  roles: apps,
  input: z.strictObject({ id: z.string().max(64), form: z.string().max(28_000) }),
  run: async ({ id, form }, context) => {
    await context.session.setCapture({ ...(await captureOf(context, id)), form });
    return null;
  },
});

const drop = procedure({
  roles: apps,
  input: idOnly,
  run: async ({ id }, context) => {
    await captureOf(context, id);
    await context.session.dropCapture(id);
    context.changed(['captures']);
    return null;
  },
});

/** Outlines where a value stands on the page, or takes the outline away. Gives whether there is something to see. */
const show = procedure({
  roles: apps,
  input: z.strictObject({
    id: z.string().max(64),
    place: z.number().int().nonnegative().optional(),
    scroll: z.boolean(),
  }),
  run: async ({ id, place, scroll }, context) => {
    const { tabId, isLeft } = await captureOf(context, id);
    if (isLeft) return false;
    const order =
      place === undefined ? { order: 'clear' as const } : { order: 'show' as const, place, scroll };
    return (await context.platform.askPage(tabId, order).catch(() => false)) === true;
  },
});

/** Saves people of a capture, which is done with then. Whoever is somebody's already is refused, never doubled. */
const save = procedure({
  roles: apps,
  input: savingSchema,
  run: async (saving, context) => {
    const { page, tabId } = await captureOf(context, saving.id);
    if (!page) throw new CallError('not-found', 'There is nothing in this capture.');
    await mustBeAllowed(
      context,
      saving.people.flatMap(({ identities }) => identities),
    );
    const done = await journaled(context, 'captures.save', changes =>
      writeCaptured(context, changes, saving, page),
    );
    await context.session.dropCapture(saving.id);
    await context.platform.reschedule();
    context.changed(['captures']);
    await showKnown(context, tabId);
    return done;
  },
});

export const captureProcedures = {
  ...pointingProcedures,
  'captures.read': read,
  'captures.get': get,
  'captures.list': list,
  'captures.keep': keep,
  'captures.drop': drop,
  'captures.show': show,
  'captures.save': save,
};
