// Who sent a message: decided by the sender's id, origin and address alone.
import type { Caller, CallerRole } from '../crm/procedure';

/** The parts of the browser's `MessageSender` that are looked at. */
export type Sender = {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
  documentId?: string;
  tab?: { id?: number; windowId?: number };
};

/** What the extension knows of itself. */
export type Own = { id: string; origin: string };

const path = (url: string): string => {
  try {
    return new URL(url).pathname;
  } catch {
    return '';
  }
};

function originOf(url: string | undefined): string | undefined {
  try {
    return url ? new URL(url).origin : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The role of a sender; undefined for strangers. Being in a tab never gives a role: it only lowers that of the
 * sidebar page, which then has to show a ticket.
 */
export function callerRole(sender: Sender, own: Own): CallerRole | undefined {
  if (sender.id !== own.id || !sender.url) return undefined;
  const origin = sender.origin ?? originOf(sender.url);
  if (origin === own.origin) {
    if (!sender.url.startsWith(`${own.origin}/`)) return undefined;
    if (path(sender.url) === '/dashboard.html') return (sender.frameId ?? 0) === 0 ? 'dashboard' : undefined;
    if (path(sender.url) === '/sidepanel.html') return sender.tab ? 'frame' : 'panel';
    return undefined;
  }
  return sender.tab && /^https?:\/\//.test(origin ?? '') ? 'page' : undefined;
}

/** The caller a procedure sees, or undefined for strangers. */
export function callerOf(sender: Sender, own: Own, callId: string): Caller | undefined {
  const role = callerRole(sender, own);
  if (!role) return undefined;
  return {
    role,
    callId,
    tabId: sender.tab?.id,
    frameId: sender.frameId,
    documentId: sender.documentId,
    windowId: sender.tab?.windowId,
    origin: originOf(sender.url) ?? '',
  };
}
