// What views are told when something is no longer as they have read it.
import type { JournaledTable } from './journal';

/** A table of the user's data, what a page shows, what was captured of one, or (`*`) perhaps everything. */
export type Changed = JournaledTable | 'on-screen' | 'captures' | '*';

/**
 * Where something else is on screen now: the tab and the key of what it shows (`OnScreen.page`); `windowId` where the
 * tab came to the front of that window.
 */
export type Whereabouts = { tabId: number; page: string; windowId?: number };
