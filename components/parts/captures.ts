// Captures as every view knows them: that something is new, which is open, and which wait to be finished.
import { signal } from '@preact/signals';
import type { CaptureSummary } from '../../lib/model/capture-view';
import { call } from '../../lib/rpc/client';

/** Grows when something about a capture may be new. */
export const captureNews = signal(0);
/** A capture that is shown although its page is gone. */
export const openedCapture = signal<string | undefined>(undefined);
export const unfinished = signal<CaptureSummary[]>([]);

export async function readUnfinished(): Promise<void> {
  unfinished.value = await call('captures.list', {});
}

/** Reads who is on the page beside; views are told when there is something to see. `isPatient`: for longer than usual. */
export async function capturePage(windowId: number | undefined, isPatient = false): Promise<void> {
  await call('captures.read', { isPatient, ...(windowId !== undefined && { windowId }) });
}
