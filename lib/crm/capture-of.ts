// The capture that a view asks about, where it may have it.
import type { Capture } from '../model/capture';
import { CallError, type Context } from './procedure';

/** Throws where it is gone, and for a sidebar in a page where it is of another tab. */
export async function captureOf(context: Context, id: string): Promise<Capture> {
  const { role, tabId } = context.caller;
  const found = await context.session.capture(id);
  if (!found || (role === 'frame' && found.tabId !== tabId))
    throw new CallError('not-found', 'This capture is no longer there.');
  return found;
}
