// What travels between our own scripts: requests, answers, notices. Hand-written guards, no schema library.

import type { SeenIdentity } from '../model/identity';

export type Request = { regulars: 'call'; name: string; id: string; input: unknown };
export type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

/** Told to open views after a committed write, or when another page is on screen. */
export type Notice = { regulars: 'changed'; tables: string[] };
/** Told to the script in a page. */
export type PageOrder =
  | { regulars: 'page'; order: 'toggle' }
  | { regulars: 'page'; order: 'hide' }
  | { regulars: 'page'; order: 'insert'; id: string; text: string; recipients: SeenIdentity[] }
  | { regulars: 'page'; order: 'composer' }
  | { regulars: 'page'; order: 'pick' }
  | { regulars: 'page'; order: 'report' };

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
  return isRecord(message) && message.regulars === 'changed' && Array.isArray(message.tables);
}

export function isPageOrder(message: unknown): message is PageOrder {
  return isRecord(message) && message.regulars === 'page' && typeof message.order === 'string';
}
