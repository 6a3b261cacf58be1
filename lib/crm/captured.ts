// Capturing: reading a page because the user asked for it there, and keeping what was read until it is saved or dropped.
import { readSettings } from '../db/settings';
import { type Capture, capturedPageSchema } from '../model/capture';
import type { CaptureAim, CaptureOrder } from '../model/capture-order';
import { rulesFor } from './capture-pointing';
import type { Context } from './procedure';

/** Captures that are kept at once; the oldest goes first. */
const mostKept = 10;

/** What reading needs: it also begins outside of a call, by the shortcut or the menu. */
export type Capturing = Pick<Context, 'db' | 'session' | 'platform' | 'changed' | 'now'>;

const notLetIn =
  'The browser lets Regulars read a page only when you ask for it there. Go to the page and press the shortcut, or use the menu of the right mouse button.';
const unclear = 'This page did not give a clear answer. Nothing of it was taken.';

/** Reads the page of a tab. Never throws: why it could not be read stands in the capture. */
export async function capture(
  context: Capturing,
  id: string,
  tabId: number,
  aim: CaptureAim,
  isPatient = false,
): Promise<void> {
  const { session, now, changed } = context;
  const begun: Capture = { id, tabId, at: now, isLeft: false };
  await makeRoom(context, tabId);
  await session.setCapture(begun);
  changed(['captures']);
  const read = await readPage(context, tabId, { order: 'read', aim, isPatient });
  // It may have been dropped, or the tab may have gone on, meanwhile.
  const current = await session.capture(id);
  if (current) await session.setCapture({ ...current, ...read });
  changed(['captures']);
}

async function readPage(
  context: Capturing,
  tabId: number,
  order: Extract<CaptureOrder, { order: 'read' }>,
): Promise<Pick<Capture, 'page' | 'failure'>> {
  const { db, platform } = context;
  try {
    const rules = await rulesFor(context, tabId);
    const { country } = (await readSettings(db)).me;
    const answer = await platform.askPage(tabId, {
      ...order,
      ...(country && { country }),
      ...(rules.length > 0 && { rules }),
    });
    const page = capturedPageSchema.safeParse(answer);
    return page.success ? { page: page.data } : { failure: unclear };
  } catch {
    return { failure: notLetIn };
  }
}

/** The one before of the same tab goes, unless something was typed into it; so does the oldest of too many. */
async function makeRoom({ session }: Capturing, tabId: number): Promise<void> {
  const kept = await session.captures();
  const superseded = kept.filter(one => one.tabId === tabId && !one.isLeft && one.form === undefined);
  const rest = kept.filter(one => !superseded.includes(one));
  for (const one of rest)
    if (one.tabId === tabId && !one.isLeft) await session.setCapture({ ...one, isLeft: true });
  for (const { id } of [...superseded, ...rest.slice(mostKept - 1)]) await session.dropCapture(id);
}

/** What belongs to the page that a tab shows now. */
export async function captureOfTab({ session }: Pick<Context, 'session'>, tabId: number) {
  return (await session.captures()).find(one => one.tabId === tabId && !one.isLeft);
}

/** The page of a tab is gone: what was read of it waits to be finished, if anything was found, and leads nowhere. */
export async function leavePage(
  { session, changed }: Pick<Context, 'session' | 'changed'>,
  tabId: number,
): Promise<void> {
  const capture = await captureOfTab({ session }, tabId);
  if (!capture) return;
  const isWorthKeeping = (capture.page?.people.length ?? 0) > 0;
  if (isWorthKeeping) await session.setCapture({ ...capture, isLeft: true });
  else await session.dropCapture(capture.id);
  changed(['captures']);
}
