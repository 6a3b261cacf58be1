// Whether the database is as it was left.

/**
 * `emptied`: the people that were here are gone. `full`: nothing more can be written. `newer`: a later version of
 * Regulars wrote it. `blocked`: another window holds it in an earlier form. `unreadable`: the browser can't open it.
 */
export type DataTrouble = 'emptied' | 'full' | 'newer' | 'blocked' | 'unreadable';

/** `contacts`: as last seen. */
export type DataState = { state: 'ok' | DataTrouble; contacts: number };
