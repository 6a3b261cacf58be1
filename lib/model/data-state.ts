// Whether the database is as it was left.

/** `emptied`: the people that were here are gone. `unreadable`: the browser can't open it. `contacts`: as last seen. */
export type DataState = { state: 'ok' | 'emptied' | 'unreadable'; contacts: number };
