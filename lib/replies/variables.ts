// What templates can say: the variables of a reply and their descriptions.
import { languageName } from '../capture/language-names';
import { firstName } from '../identity/names';
import type { Contact } from '../model/contact';
import type { CustomField } from '../model/custom-field';
import type { TimelineEvent } from '../model/event';
import type { Identity } from '../model/identity';
import { isLanguageTag } from '../model/language-tag';
import type { Me } from '../model/settings';
import { preferred } from './preferred';
import type { Variables } from './template';

export type VariableSources = {
  contact: Contact;
  identities: Identity[];
  fields: CustomField[];
  /** `site` is the name of the site, as people call it. */
  conversation?: { title?: string; site?: string };
  me: Me;
  openIssue?: TimelineEvent;
  lastPromise?: TimelineEvent;
  now: Date;
  /** BCP 47 tag in which dates are written; one that can't be read counts as none. */
  language?: string;
};

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

function dateIn(days: number, now: Date, language: string | undefined): string {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** The variables a template sees for this contact and conversation. Absent values are absent. */
export function replyVariables(sources: VariableSources): Variables {
  const { contact, identities, fields, conversation, me, openIssue, lastPromise, now } = sources;
  const language = sources.language && isLanguageTag(sources.language) ? sources.language : undefined;
  const preferences = contact.preferences.map(item => [item.key ?? slug(item.label), item.value]);
  const spoken = preferred(contact, 'language');
  const custom = contact.fields.flatMap(({ field, value }) => {
    const known = fields.find(item => item.id === field);
    return known ? [[known.slug, value]] : [];
  });
  return {
    contact: {
      name: contact.name.value,
      first_name: firstName(contact.name.value),
      call_name: contact.callName?.value ?? firstName(contact.name.value),
      company: contact.company?.value,
      title: contact.title?.value,
      email: identities.find(identity => identity.kind === 'email')?.value,
      preferences: {
        ...Object.fromEntries(preferences),
        ...(spoken && { language: spoken, language_name: languageName(spoken, language) }),
      },
      fields: Object.fromEntries(custom),
    },
    conversation: { title: conversation?.title, site: conversation?.site },
    me: {
      name: me.name || undefined,
      first_name: me.name ? firstName(me.name) : undefined,
      email: me.addresses[0],
      signature: me.signature || undefined,
    },
    today: dateIn(0, now, language),
    tomorrow: dateIn(1, now, language),
    next_monday: dateIn((8 - now.getDay()) % 7 || 7, now, language),
    open_issue: openIssue?.title ?? openIssue?.text,
    last_promise: lastPromise?.title ?? lastPromise?.text,
  };
}

/** All variables with what they stand for, for the editor of replies. */
export function describeVariables(fields: CustomField[]): { path: string; label: string }[] {
  const fixed: [string, string][] = [
    ['contact.call_name', 'what to call them'],
    ['contact.name', 'their full name'],
    ['contact.first_name', 'their first name'],
    ['contact.company', 'their company'],
    ['contact.title', 'their job title'],
    ['contact.email', 'their address'],
    ['contact.preferences.language_name', 'their language, by its name'],
    ['contact.preferences.language', 'their language, by its tag'],
    ['contact.preferences.tone', 'the tone they prefer'],
    ['contact.preferences.channel', 'the channel they prefer'],
    ['contact.preferences.time', 'the time they prefer'],
    ['conversation.title', 'subject of the conversation'],
    ['conversation.site', 'where the conversation is'],
    ['me.first_name', 'your first name'],
    ['me.name', 'your name'],
    ['me.email', 'your address'],
    ['me.signature', 'your signature'],
    ['today', 'today’s date'],
    ['tomorrow', 'tomorrow’s date'],
    ['next_monday', 'date of next Monday'],
    ['open_issue', 'their open issue'],
    ['last_promise', 'the last promise made to them'],
  ];
  const custom = fields.map(field => [`contact.fields.${field.slug}`, field.name] as [string, string]);
  return [...fixed, ...custom].map(([path, text]) => ({ path, label: text }));
}
