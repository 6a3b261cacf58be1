// Placeholders of helpdesks, such as `{{ticket.requester.first_name}}`, as variables of ours. The rest of the template stays.

import type { Translated } from './blaze-commands';
import { blankName } from './liquid';

const person: Record<string, string> = {
  name: 'contact.name',
  first_name: 'contact.first_name',
  email: 'contact.email',
  language: 'contact.preferences.language_name',
  locale: 'contact.preferences.language',
  'organization.name': 'contact.company',
};
const own: Record<string, string> = {
  name: 'me.name',
  first_name: 'me.first_name',
  email: 'me.email',
  signature: 'me.signature',
};
const other: Record<string, string> = {
  'ticket.title': 'conversation.title',
  'ticket.subject': 'conversation.title',
  'ticket.via': 'conversation.site',
  'ticket.organization.name': 'contact.company',
  'organization.name': 'contact.company',
};

/** Who wrote, and who answers, by the names Zendesk has for them. */
const people: [string, Record<string, string>][] = [
  ['ticket.requester.', person],
  ['requester.', person],
  ['user.', person],
  ['current_user.', own],
  ['agent.', own],
  ['ticket.assignee.', own],
];

/** Names of ours and words of the template language: they stay. */
const kept =
  /^(?:contact|me|conversation)\.|^(?:today|tomorrow|next_monday|open_issue|last_promise|true|false|nil|null|empty|blank|and|or|not|contains|in)$/;

/** The path of ours that says the same; undefined where there is none. */
function known(path: string): string | undefined {
  if (Object.hasOwn(other, path)) return other[path];
  for (const [start, names] of people) {
    const rest = path.startsWith(start) ? path.slice(start.length) : '';
    if (Object.hasOwn(names, rest)) return names[rest];
    const field = /^custom_fields\.([a-z][a-z0-9_]{0,39})$/.exec(rest)?.[1];
    if (field && names === person) return `contact.fields.${field}`;
  }
  return undefined;
}

const remarkFor = (path: string, instead: string, isCondition: boolean): string => {
  if (isCondition) return `A condition asks for “${path}”, which is not known here: it will not hold.`;
  if (path.startsWith('dc.'))
    return `“${path}” was dynamic content: it is the blank “${instead}”, put its text there.`;
  return `“${path}” is not known here: it is the blank “${instead}”.`;
};

/** Texts, names with their parts, and what is between them. */
const pieces = /"[^"]*"|'[^']*'|[A-Za-z_][\w-]*(?:\.[\w-]+)*|[^A-Za-z_"']+|["']/g;

/** The inside of an output or a tag, with the names in it changed. Filters and names that are given there stay. */
function translate(inside: string, isTag: boolean, remarks: Set<string>): string {
  let before = '';
  let isFirst = isTag;
  return inside.replace(pieces, piece => {
    const isName = /^[A-Za-z_]/.test(piece);
    const stands = isFirst || /\|\s*$/.test(before.slice(-20)) || kept.test(piece);
    if (isName && isFirst) isFirst = false;
    before = piece;
    if (!isName || stands) return piece;
    const path = piece.replace(/-/g, '_');
    const same = known(path);
    if (same) return same;
    const instead = blankName(path.replace(/^ticket\.(?=\w+\.)/, '').replaceAll('.', '_'));
    if (path.includes('.')) remarks.add(remarkFor(path, instead.replaceAll('_', ' '), isTag));
    return instead;
  });
}

/** A template of Zendesk as one of ours. What our templates do not know is left in it, and refused with its place later. */
export function fromPlaceholders(text: string): Translated {
  const remarks = new Set<string>();
  const written: string[] = [];
  let from = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    const second = text[at + 1];
    if (second !== '{' && second !== '%') continue;
    const isTag = second === '%';
    const close = text.indexOf(isTag ? '%}' : '}}', at + 2);
    if (close === -1) break;
    const inside = text.slice(at + 2, close);
    written.push(text.slice(from, at + 2), translate(inside, isTag, remarks));
    from = close;
    at = close + 1;
  }
  written.push(text.slice(from));
  return { body: written.join(''), remarks: [...remarks] };
}

/** Texts use placeholders of Zendesk when they name a ticket, an agent, or content that is kept elsewhere. */
export const hasPlaceholders = (text: string): boolean =>
  /\{[{%][^{}]{0,200}\b(?:ticket|current_user|agent|dc|organization)\./.test(text.slice(0, 20_000));
