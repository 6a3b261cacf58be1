// Applying an edit to a contact: field by field, each new value with its source.
import { sameData } from '../db/changes';
import type { Contact, ContactPatch } from '../model/contact';
import type { Source, SourcedText } from '../model/source';

function text(current: SourcedText | undefined, value: string | null | undefined, source: Source) {
  if (value === undefined || value === current?.value) return current;
  return value === null || value === '' ? undefined : { value, source };
}

const optional = <T>(current: T | undefined, value: T | null | undefined): T | undefined =>
  value === undefined ? current : (value ?? undefined);

/**
 * The contact after `patch`: absent keys stay, `null` clears, unchanged values keep their old source. A patch that
 * changes nothing gives the contact itself.
 */
export function applyPatch(contact: Contact, patch: ContactPatch, source: Source): Contact {
  const next: Contact = withoutUndefined({
    ...contact,
    name: text(contact.name, patch.name, source) ?? contact.name,
    callName: text(contact.callName, patch.callName, source),
    company: text(contact.company, patch.company, source),
    title: text(contact.title, patch.title, source),
    stage: optional(contact.stage, patch.stage),
    style: optional(contact.style, patch.style),
    timeZone: optional(contact.timeZone, patch.timeZone),
    tags: patch.tags ? [...new Set(patch.tags)] : contact.tags,
    preferences: preferences(contact, patch, source),
    fields: fields(contact, patch, source),
    doNotContact: patch.doNotContact ?? contact.doNotContact,
    consent: consent(contact, patch, source),
  });
  if (sameData(next, contact)) return contact;
  return { ...next, updatedAt: source.at, version: contact.version + 1 };
}

function preferences(contact: Contact, patch: ContactPatch, source: Source): Contact['preferences'] {
  if (!patch.preferences) return contact.preferences;
  const earlier = new Map(contact.preferences.map(preference => [preference.id, preference]));
  return patch.preferences.map(preference => {
    const old = earlier.get(preference.id);
    const same = old && old.value === preference.value && old.label === preference.label;
    return { ...preference, source: same ? old.source : source };
  });
}

function fields(contact: Contact, patch: ContactPatch, source: Source): Contact['fields'] {
  if (!patch.fields) return contact.fields;
  const values = new Map(contact.fields.map(value => [value.field, value]));
  for (const { field, value } of patch.fields) {
    if (value === '') values.delete(field);
    else if (values.get(field)?.value !== value) values.set(field, { field, value, source });
  }
  return [...values.values()];
}

function consent(contact: Contact, { consent: purpose }: ContactPatch, source: Source): Contact['consent'] {
  if (purpose === undefined || purpose === contact.consent?.purpose) return contact.consent;
  return purpose === null || purpose === '' ? undefined : { purpose, at: source.at };
}

/** IndexedDB and JSON treat absent and undefined differently; stored rows have no undefined. */
function withoutUndefined(contact: Contact): Contact {
  const entries = Object.entries(contact).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Contact;
}
