// What travels between our own scripts: requests, answers, notices. Hand-written guards, no schema library.

import type { Changed, Whereabouts } from '../model/changed';
import type { SeenIdentity } from '../model/identity';

export type Request = { regulars: 'call'; name: string; id: string; input: unknown };
export type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

/** Told to open views after a committed write, or when something else is on screen. */
export type Notice = { regulars: 'changed'; what: Changed[]; where?: Whereabouts };
/** Orders to our script in a page that need nothing but their name. */
const pageOrders = [
  /** Shows or folds the sidebar. */
  'toggle',
  'show',
  'hide',
  /** Gives the focus back to the page. */
  'focus',
  /** Whose box an answer would go into. */
  'composer',
  /** Takes the address that the user selected for the sender. */
  'pick',
  /** The structure of a page that can't be read. */
  'report',
  /** Reads the page once: the user asked for it. */
  'read',
  /** Whether the sidebar is uncovered, and has been for a while. */
  'in-sight',
  /** Somebody was added: who is known may have changed. */
  'marks',
  /** Whether this document is still there. */
  'here',
  /** Regulars is no longer wanted on this site. */
  'end',
] as const;

export type InsertOrder = {
  regulars: 'page';
  order: 'insert';
  id: string;
  text: string;
  recipients: SeenIdentity[];
};
/** Told to our script in a page. */
export type PageOrder = { regulars: 'page'; order: (typeof pageOrders)[number] } | InsertOrder;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The most characters of JSON a call may have. */
export const largestCall = 64 * 1024;

/** Ids of calls become ids of rows, so they look like them. */
const callId = /^[\w.:-]{1,64}$/;

export function isRequest(message: unknown): message is Request {
  return (
    isRecord(message) &&
    message.regulars === 'call' &&
    typeof message.name === 'string' &&
    typeof message.id === 'string' &&
    callId.test(message.id)
  );
}

export function isAnswer(message: unknown): message is Answer {
  return isRecord(message) && typeof message.ok === 'boolean';
}

export function isNotice(message: unknown): message is Notice {
  return isRecord(message) && message.regulars === 'changed' && Array.isArray(message.what);
}

export function isPageOrder(message: unknown): message is PageOrder {
  if (!isRecord(message) || message.regulars !== 'page') return false;
  if (message.order !== 'insert') return pageOrders.some(order => order === message.order);
  return (
    typeof message.id === 'string' && typeof message.text === 'string' && Array.isArray(message.recipients)
  );
}
