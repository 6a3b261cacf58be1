// Mails that nobody wrote to the user: sent by a program, to many, or to a list.
import { parseAddress } from '../../identity/email';
import { all, type Fields, first } from './header';

export type BulkKind = 'newsletter' | 'list' | 'robot';

/** Local parts that nobody reads answers at. */
const robotName =
  /^(?:(?:do[-_.]?)?no[-_.]?t?[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|alerts?|auto(?:mated|reply)?)(?:$|[-+._=\d])/i;

/**
 * Why a mail counts as none that somebody wrote to the user (RFC 3834, RFC 2919, RFC 2369); undefined for the others.
 * `isToShared`: it went to a mailbox that the user's team reads; a group of such a name is no list of strangers.
 */
export function bulkKind(fields: Fields, from: string, isToShared: boolean): BulkKind | undefined {
  if (isRobot(fields, from)) return 'robot';
  const precedence = (first(fields, 'precedence') ?? '').toLowerCase();
  const isList = fields.has('list-id') || fields.has('list-post') || precedence === 'list';
  if (isList && isToShared) return undefined;
  if (fields.has('list-post') || precedence === 'list') return 'list';
  if (/^(?:bulk|junk)/.test(precedence)) return 'newsletter';
  if (fields.has('list-unsubscribe') || fields.has('feedback-id')) return 'newsletter';
  return isList ? 'list' : undefined;
}

function isRobot(fields: Fields, from: string): boolean {
  const automatic = (first(fields, 'auto-submitted') ?? 'no').toLowerCase();
  if (!/^no(?:$|[\s;(])/.test(automatic)) return true;
  if (fields.has('x-autoreply') || fields.has('x-autorespond')) return true;
  if (/^auto[-_]reply/i.test(first(fields, 'precedence') ?? '')) return true;
  if (/^\s*multipart\/report\b/i.test(first(fields, 'content-type') ?? '')) return true;
  if (/^\s*<\s*>/.test(all(fields, 'return-path'))) return true;
  return robotName.test(parseAddress(from)?.local ?? '');
}
